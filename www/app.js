// Loads the engine and hands the page over to it. Where that fails the page stays as it was printed, and says so.
try {
  const { default: load, start } = await import("./kbguide.js");
  await load({ module_or_path: new URL("./kbguide_bg.wasm", import.meta.url) });
  await start();
} catch (error) {
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };
  const article = document.getElementById("app")?.hasAttribute("data-article");
  const head = article ? "The guide could not load, so this is the article." : "The look-up could not load, so this is the list.";
  const text = make("div", "");
  text.append(make("b", head), make("p", typeof error === "string" ? error : `The engine did not start: ${error?.message ?? error}`));
  const again = make("button", "Try again", { class: "btn", type: "button" });
  again.addEventListener("click", () => location.reload());
  const message = make("div", "", { class: "msg fail", role: "alert" });
  message.append(text, again);
  (document.getElementById("main") ?? document.body).prepend(message);
}
