// Loads the engine that the page needs, the guide's or the look-up's, and hands the page over to it. Where that fails the page
// stays as it was printed, and says so.
const page = document.getElementById("app");
const guide = page?.hasAttribute("data-article") || page?.hasAttribute("data-missing") || new URLSearchParams(location.search).has("article");
try {
  const name = guide ? "kbguide" : "kbguide_lookup";
  const file = (path) => new URL(path, import.meta.url);
  const wasm = fetch(file(`./${name}_bg.wasm`));
  const root = guide ? undefined : fetch(file("./lookup/root.bin"));
  for (const one of [wasm, root]) one?.catch(() => {}); // whoever waits for it says so
  const { default: load, start } = await import(`./${name}.js`);
  await load({ module_or_path: wasm });
  await start(root);
} catch (error) {
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };
  const head = guide ? "The guide could not load, so this is the article." : "The look-up could not load, so this is the list.";
  const text = make("div", "");
  text.append(make("b", head), make("p", typeof error === "string" ? error : `The engine did not start: ${error?.message ?? error}`));
  const again = make("button", "Try again", { class: "btn", type: "button" });
  again.addEventListener("click", () => location.reload());
  const message = make("div", "", { class: "msg fail", role: "alert" });
  message.append(text, again);
  (document.getElementById("main") ?? document.body).prepend(message);
}
