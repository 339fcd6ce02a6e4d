//! throwaway
use std::path::Path;
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let step: usize = std::env::args()
        .nth(2)
        .and_then(|s| s.parse().ok())
        .unwrap_or(1);
    let mut files = Vec::new();
    walk(Path::new(&root), &mut files);
    files.sort();
    let start = std::time::Instant::now();
    let (mut bytes, mut q, mut n, mut faults, mut asked) = (0, 0, 0, 0, 0);
    let mut classes = std::collections::BTreeMap::new();
    let (mut tr, mut tg, mut tp) = (0.0, 0.0, 0.0);
    for f in files.iter().step_by(step) {
        let b = std::fs::read(f).unwrap();
        bytes += b.len();
        let t = std::time::Instant::now();
        let r = std::panic::catch_unwind(|| {
            let t0 = std::time::Instant::now();
            let d = kbguide::document::read("x", &b);
            let t1 = t0.elapsed().as_secs_f64();
            let g = kbguide::guide::Guide::new(d);
            let t2 = t0.elapsed().as_secs_f64();
            let p = kbguide::plan::plan(&g, &Default::default());
            (g, p, t1, t2 - t1, t0.elapsed().as_secs_f64() - t2)
        });
        match r {
            Ok((g, _p, a, b2, c)) => {
                tr += a;
                tg += b2;
                tp += c;
                n += 1;
                q += g.questions.len();
                asked += kbguide::interview::replay(&g, &Default::default())
                    .path
                    .len();
                *classes.entry(format!("{:?}", g.class)).or_insert(0) += 1;
                let c = kbguide::guide::check::check(&g);
                if !c.is_empty() {
                    faults += 1;
                    println!("{f:?} {}", c[0]);
                }
            }
            Err(_) => println!("PANIC {f:?}"),
        }
        if t.elapsed().as_millis() > 100 {
            println!("slow {f:?} {:?}", t.elapsed());
        }
    }
    println!(
        "{n} articles {bytes} bytes {:?}; read {tr:.2} guide {tg:.2} plan {tp:.2}; questions {q} asked {asked} faults {faults} {classes:?}",
        start.elapsed()
    );
}
fn walk(p: &Path, out: &mut Vec<std::path::PathBuf>) {
    for e in std::fs::read_dir(p).unwrap().flatten() {
        let p = e.path();
        if p.is_dir() {
            walk(&p, out)
        } else if p.extension().is_some_and(|x| x == "md") {
            out.push(p)
        }
    }
}
