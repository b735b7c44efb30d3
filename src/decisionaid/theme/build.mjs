/**
 * Turn the theme's sources into what a browser loads, in `../_static/`:
 *
 *   schema/*.schema.json  -> generated/<name>.ts            types
 *                         -> generated/<name>-validator.js  a checker of data from outside
 *                         -> generated/<name>-shape.ts      what is done with data that has passed it
 *                         -> generated/<name>-lists.ts      the values that its lists can have
 *   scripts/{page/first,clinician/clinician,home/home,clock/clock,page/local,page/easy}.ts -> <name>.js
 *   scripts/page/as-made.ts, which pages in one file hold -> as-made.js
 *   scripts/kiosk/{kiosk-first,kiosk}.ts, for pages on devices that many people use -> <name>.js
 *   scripts/preparing/{prepare,letter}.ts -> <name>.js, the sheet before a visit and the letter that invites to it
 *   scripts/preparing/prepare-last.ts, which the sheet fetches when a plan is opened -> prepare-last.js
 *   scripts/preparing/prepare-kept.ts, which it fetches when a plan that is kept on the device is opened -> prepare-kept.js
 *   scripts/typing/{from-paper,invitation}.ts -> <name>.js, where a form on paper is typed in, and the letter that invites to an aid
 *   scripts/clinician/clinician-more.ts, which that page fetches for all but saved files -> clinician-more.js
 *   scripts/incoming/code-pictures.ts, which that one and the page of a plan fetch for a picture of a code -> code-pictures.js
 *   scripts/preparing/prepare-code.ts, which the sheet before a visit fetches when something is written -> prepare-code.js
 *   scripts/clinician/clinician-forms.ts, which that one fetches for a file for another system -> clinician-forms.js
 *   scripts/planning/plan-forms.ts, which the page of a plan fetches for the same -> plan-forms.js
 *   scripts/keeping/keep.ts, which the page of a plan fetches when it is kept on the device -> keep.js
 *   scripts/patient/aid.ts and the same with fewer components -> aid.js, aid-groups.js, aid-plain.js
 *   scripts/patient/aid-statement.ts, which any of these fetches when a person begins -> aid-statement.js
 *   scripts/patient/aid-trade-off.ts, which the second fetches when the trade-off step is opened -> aid-trade-off.js
 *   scripts/patient/aid-ways.ts, which the second fetches when the summary is near -> aid-ways.js, its style inside
 *   scripts/patient/aid-back.ts, which that fetches when a person brings answers back -> aid-back.js, its style inside
 *   scripts/patient/aid-pictures.ts, which that one fetches for a picture of a code -> aid-pictures.js
 *   scripts/offline/offline.ts, which pages fetch when they are ready, to be kept on the device -> offline.js
 *   scripts/offline/worker.ts, which keeps them, with a list in front of it (site/offline.py) -> worker.js
 *   scripts/patient/aid-keep.ts, which the first fetches when answers are kept on the device -> aid-keep.js
 *   scripts/patient/aid-aloud.ts, which the first fetches when a step is to be read aloud -> aid-aloud.js, its style inside
 *   all with what picks of most and least need -> aid-picks.js, aid-picks-statement.js, and so on
 *   styles/ and what pages of all kinds show -> page.css
 *   the style.css of all other components -> aid.css, which comes behind it
 *   what only some kinds of page need -> a sheet of its own (SHEETS)
 *   components/gallery/style.css, and what the others say of paper and colours -> gallery.css
 *   scripts/workbench/workbench.ts, components/workbench/style.css -> workbench/, for `decisionaid serve` alone
 *   licences of the packages whose code ended up inside -> licences.txt
 *
 * The same sources give the same bytes.
 * Nothing made here uses `eval` or `new Function`: the pages' security policy forbids both.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { checkerSource, listsSource, shapeSource, typesSource } from "./schema.mjs";

const theme = dirname(fileURLToPath(import.meta.url));
const generated = join(theme, "generated");
const output = join(theme, "..", "_static");

const AID = ["patient/aid", "patient/aid-groups", "patient/aid-plain", "patient/aid-statement", "patient/aid-trade-off", "patient/aid-ways", "patient/aid-back", "patient/aid-pictures", "patient/aid-aloud", "patient/aid-keep"];
const PAGES = ["page/first", "clinician/clinician", "clinician/clinician-more", "incoming/code-pictures", "clinician/clinician-forms", "home/home", "clock/clock", "page/local", "page/easy", "page/as-made", "kiosk/kiosk-first", "kiosk/kiosk", "planning/plan", "planning/plan-more", "planning/plan-forms", "keeping/keep", "preparing/prepare", "preparing/prepare-last", "preparing/prepare-code", "preparing/prepare-kept", "preparing/letter", "offline/offline", "offline/worker", "typing/from-paper", "typing/invitation"];
const LAYERS = ["tokens", "base", "layout", "components", "print"];
const GALLERY = "./components/gallery/style.css";
/** What `decisionaid serve` alone hands out, in a folder that no build copies. */
const WORKBENCH = { folder: "workbench", style: "./components/workbench/style.css" };
/** Components that pages of all kinds show. A page holds its style, so it holds no more than it needs. */
const OF_ALL = ["answer", "clock", "notice", "option-table", "provenance"];
/** What only some kinds of page need: the layer that it belongs to, and its files. */
const SHEETS = {
  "whole.css": { layer: "components", files: ["./styles/whole.css"] },
  "evidence.css": { layer: "components", files: ["./components/provenance/evidence.css"] },
  "home.css": { layer: "components", files: ["./components/catalogue/style.css"] },
  "clinician.css": { layer: "components", files: ["./components/clinician-sheet/style.css", "./styles/incoming.css", "./styles/desk.css", "./styles/idle.css"] },
  "plan.css": { layer: "components", files: ["./styles/incoming.css", "./styles/idle.css", "./styles/plan.css", "./styles/apart.css", "./styles/plan-money.css", "./components/ways/to-copy.css", "./components/ways/square-code.css"] },
  "kiosk.css": { layer: "components", files: ["./styles/kiosk.css", "./styles/idle.css"] },
  "test.css": { layer: "components", files: ["./components/test-result/style.css"] },
  "trade-off.css": { layer: "components", files: ["./components/trade-off/style.css"] },
  "picks.css": { layer: "components", files: ["./components/values-question/picks.css"] },
  "prepare.css": { layer: "prepare", files: ["./styles/prepare.css", "./components/ways/to-copy.css", "./components/ways/square-code.css"] },
  "typing.css": { layer: "components", files: ["./styles/typing.css", "./styles/idle.css", "./components/ways/square-code.css"] },
  "easy.css": { layer: "components", files: ["./components/easy-words/style.css"] },
  "local.css": { layer: "components", files: ["./components/local/style.css"] },
  "paper.css": { layer: "paper", files: ["./styles/large-print.css", "./components/grid/style.css"] },
  "quality.css": { layer: "quality", files: ["./components/quality/style.css"] },
};
/** What the ways to hand over look like, and the sheet that they show: no page pays for it before it is wanted. */
const WAYS = ["./components/clinician-sheet/style.css", "./components/ways/style.css", "./components/ways/to-copy.css", "./components/ways/square-code.css"];
/** The window in which answers are brought back; the ways are there before it. */
const BACK = ["./components/own-back/style.css", "./styles/apart.css"];
/** Two states of the answers that are kept on the device. */
const KEEP = ["./styles/apart.css"];
/** What is seen while a step is read aloud. */
const ALOUD = ["./components/aloud/style.css"];
/** In the gallery a class stands for what a browser would have to be set to. */
const LOOKS = { print: ".as-on-paper", "(forced-colors: active)": ".in-forced-colours" };

/** Folders of node_modules whose code is inside something we built. */
const packages = new Set();

/** Run esbuild and remember which packages its output contains. */
async function bundle(options) {
  const result = await build({
    absWorkingDir: theme,
    // Names of modules must not depend on where node_modules really lies.
    preserveSymlinks: true,
    bundle: true,
    charset: "utf8",
    logLevel: "warning",
    metafile: true,
    ...options,
  });
  for (const { inputs } of Object.values(result.metafile.outputs)) {
    for (const input of Object.keys(inputs)) {
      const found = /^(.*?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (found) packages.add(found[1]);
    }
  }
  return result;
}

/** Write types and a checker for each schema. */
async function generate() {
  await mkdir(generated, { recursive: true });
  const made = [];
  for (const file of await sorted(join(theme, "schema"), ".schema.json")) {
    const schema = JSON.parse(await readFile(join(theme, "schema", file), "utf8"));
    const name = basename(file, ".schema.json");
    await writeFile(join(generated, `${name}.ts`), await typesSource(schema, file));
    await writeFile(join(generated, `${name}-shape.ts`), shapeSource(schema, file));
    await writeFile(join(generated, `${name}-lists.ts`), listsSource(schema, file));
    const checker = checkerSource(schema, name);
    await writeFile(join(generated, `${name}-validator.d.ts`), checker.types);
    // Bundled by itself, so that tests in Node can load it as it is.
    await bundle({
      stdin: { contents: checker.code, resolveDir: theme, sourcefile: `${name}-validator.js` },
      format: "esm",
      legalComments: "none",
      outfile: join(generated, `${name}-validator.js`),
      platform: "neutral",
      target: "es2020",
    });
    made.push(`${name}.ts`, `${name}-shape.ts`, `${name}-lists.ts`, `${name}-validator.d.ts`, `${name}-validator.js`);
  }
  await keepOnly(generated, made);
}

/** Write one script for each kind of page. */
async function bundleScripts(pages, folder, { define, ...more } = {}) {
  const options = {
    entryPoints: pages.map((page) => ({ in: join("scripts", `${page}.ts`), out: basename(page) })),
    // A plain script also starts on a page opened from a disk, where a module may not.
    format: "iife",
    legalComments: "none",
    outdir: folder,
    target: "es2020",
    define,
    ...more,
  };
  const { outputFiles } = await bundle({ ...options, write: false });
  const script = outputFiles.map(({ text }) => text).join("\n");
  const own = ownNames(script);
  const mangleProps = new RegExp(`^(?:${own.join("|")})$`);
  // By it two scripts of one page know that they were made together.
  const BUILD = JSON.stringify(createHash("sha256").update(script).digest("hex").slice(0, 12));
  const { metafile } = await bundle({ ...options, define: { ...define, BUILD }, minify: true, ...(own.length && { mangleProps }) });
  return Object.keys(metafile.outputs).map((path) => basename(path));
}

/**
 * Names that objects of our own have and go by only as `this.name`: a short one does as well.
 *
 * A name that is read from anything else, stands in an object, or is a text somewhere, stays.
 */
function ownNames(script) {
  const names = (pattern) => new Set([...script.matchAll(pattern)].map(([, name]) => name));
  const elsewhere = names(/(?<!\bthis)\??\.(\w+)/g);
  const inObjects = names(/(?<=[{,]\s*)(\w+)(?=\s*[:,}=])/g);
  const inTexts = names(/(?<=["'`])(\w+)(?=["'`])/g);
  const others = [elsewhere, inObjects, inTexts];
  return [...names(/\bthis\.(\w+)/g)].filter((name) => !others.some((each) => each.has(name))).sort();
}

/** Write the scripts of aid pages: those without what picks of most and least need, and one with all. */
async function bundleAid() {
  const all = [["aid", "aid-picks"], ["aid-statement", "aid-picks-statement"], ["aid-trade-off", "aid-picks-trade-off"], ["aid-ways", "aid-picks-ways"], ["aid-back", "aid-picks-back"], ["aid-pictures", "aid-picks-pictures"], ["aid-aloud", "aid-picks-aloud"], ["aid-keep", "aid-picks-keep"]];
  const entryPoints = all.map(([name, out]) => ({ in: join("scripts", "patient", `${name}.ts`), out }));
  // A statement with this label is left out, and then whatever nothing else needs.
  const define = { WAYS_STYLE: JSON.stringify(await styleBlock(WAYS)), BACK_STYLE: JSON.stringify(await styleBlock(BACK)), KEEP_STYLE: JSON.stringify(await styleBlock(KEEP)), ALOUD_STYLE: JSON.stringify(await styleBlock(ALOUD)) };
  const without = await bundleScripts(AID, output, { define, dropLabels: ["PICKS", "PAPER"] });
  return [...without, ...(await bundleScripts([], output, { define, entryPoints, dropLabels: ["PAPER"] }))];
}

/** One block of rules, which a script puts into the page: the pages' policy lets no other style in. */
async function styleBlock(files) {
  const { outputFiles } = await bundle({
    stdin: { contents: files.map((file) => `@import "${file}";`).join("\n"), loader: "css", resolveDir: theme, sourcefile: "block.css" },
    minify: true,
    write: false,
  });
  return `@layer components{${outputFiles[0].text.trim()}}`;
}

/** Write what the workbench loads beside the style of the pages; return the name of its folder. */
async function bundleWorkbench() {
  const folder = join(output, WORKBENCH.folder);
  const made = await bundleScripts(["workbench/workbench"], folder);
  made.push(...(await bundleSheet("workbench.css", [`@import "${WORKBENCH.style}";`], folder)));
  await keepOnly(folder, made);
  return WORKBENCH.folder;
}

/** Write the style of all pages, its layers named first, and that of the aid page, in the same layers. */
async function bundleStyles() {
  const [page, aid] = [[`@layer ${LAYERS.join(", ")};`], []];
  for (const [layer, file] of await styles()) {
    const isOfAll = layer !== "components" || OF_ALL.some((name) => file.includes(`/${name}/`));
    (isOfAll ? page : aid).push(`@import "${file}" layer(${layer});`);
  }
  return [...(await bundleSheet("page.css", page)), ...(await bundleSheet("aid.css", aid))];
}

/** Write the sheets that only some kinds of page need. */
async function bundleSheets() {
  const made = [];
  for (const [name, { layer, files }] of Object.entries(SHEETS)) {
    made.push(...(await bundleSheet(name, files.map((file) => `@import "${file}" layer(${layer});`))));
  }
  return made;
}

/** Write what only the gallery loads, so that no patient's page is heavier for it. */
async function bundleGallery() {
  const lines = [];
  const shown = [...(await styles()), [SHEETS["test.css"].layer, ...SHEETS["test.css"].files]];
  for (const [layer, file] of shown) {
    const css = await readFile(join(theme, file), "utf8");
    for (const [media, look] of Object.entries(LOOKS)) {
      const rules = underMedia(css, media).map((text) => text.replace(ROOTS, "$1&"));
      if (rules.length) lines.push(`@layer ${layer} { ${look} { ${rules.join("\n")} } }`);
    }
  }
  return bundleSheet("gallery.css", [`@import "${GALLERY}" layer(gallery);`, ...lines]);
}

async function bundleSheet(name, lines, folder = output) {
  const { metafile } = await bundle({
    stdin: { contents: lines.join("\n"), loader: "css", resolveDir: theme, sourcefile: name },
    external: ["*.woff2", "*.svg", "*.png"],
    minify: true,
    outfile: join(folder, name),
  });
  return Object.keys(metafile.outputs).map((path) => basename(path));
}

/** Each style of a patient's page with its layer, in the order in which they hold. */
async function styles() {
  const folders = await sorted(join(theme, "components"), "");
  const components = folders.map((folder) => `./components/${folder}/style.css`);
  const apart = [GALLERY, WORKBENCH.style, ...WAYS, ...BACK, ...ALOUD, ...Object.values(SHEETS).flatMap(({ files }) => files)];
  return LAYERS.flatMap((layer) => {
    const files = layer === "components" ? components : [`./styles/${layer}.css`];
    const there = files.filter((file) => !apart.includes(file) && existsSync(join(theme, file)));
    return there.map((file) => [layer, file]);
  });
}

/** What stands for the whole page in a selector: in the gallery, the copy stands for it. */
const ROOTS = /(^|[\s,{}])(?::root|html|body)(?=\s*[,{])/g;

/** Return the insides of the `@media` blocks for this medium, without how the paper is cut. */
function underMedia(css, media) {
  const plain = css.replace(/\/\*[^]*?\*\//g, "");
  const [, ...parts] = plain.split(`@media ${media} {`);
  return parts.map((part) => {
    const inside = part.slice(0, closing(part));
    const [first, ...pages] = inside.split(/@page[^{]*\{/);
    return [first, ...pages.map((page) => page.slice(closing(page) + 1))].join("");
  });
}

/** Return where the block ends whose opening brace stands before the text. */
function closing(text) {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at;
  }
  throw new Error("a block of a style sheet is not closed");
}

/** Write the licence of each package whose code we hand on, as the licences ask. */
async function writeLicences() {
  const parts = [];
  for (const folder of [...packages].sort()) {
    const { license, name, version } = JSON.parse(
      await readFile(join(theme, folder, "package.json"), "utf8"),
    );
    const text = (await readdir(join(theme, folder))).find((file) => /^licen[cs]e/i.test(file));
    if (!text) throw new Error(`${name} ${version} (${license}) ships no licence text`);
    const words = await readFile(join(theme, folder, text), "utf8");
    parts.push(`${name} ${version} (${license})\n\n${words.trim()}\n`);
  }
  await writeFile(join(output, "licences.txt"), parts.join(`\n${"-".repeat(72)}\n\n`));
  return "licences.txt";
}

/** Names in a folder that end in `ending`, in one order on every machine; none if no folder. */
async function sorted(folder, ending) {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
}

/** Delete what an earlier run made and this one did not; a page being served keeps the rest. */
async function keepOnly(folder, names) {
  for (const name of await sorted(folder, "")) {
    if (!names.includes(name)) await rm(join(folder, name), { recursive: true });
  }
}

await generate();
await mkdir(output, { recursive: true });
const sheets = [
  ...(await bundleStyles()),
  ...(await bundleSheets()),
  ...(await bundleGallery()),
];
const scripts = await bundleScripts(PAGES, output);
const ofAids = await bundleAid();
const made = [...scripts, ...ofAids, ...sheets, await bundleWorkbench(), await writeLicences()];
await keepOnly(output, made);
console.log(`${relative(process.cwd(), output).split(sep).join("/")}: ${made.join(" ")}`);
