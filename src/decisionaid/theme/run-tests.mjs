/**
 * Run the tests of the theme's TypeScript with Node's own test runner.
 *
 * Each `*.test.ts` in the project's `tests/runtime` is bundled, so it may import the theme's
 * sources as the pages do. What several of them import is bundled once for all: what Node has made
 * quick for one is quick for the next. Tests run in the project's root folder: read golden files
 * from there.
 * Names given as arguments choose test files: `node run-tests.mjs record`.
 */
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const theme = dirname(fileURLToPath(import.meta.url));
const root = join(theme, "..", "..", "..");
const tests = join(root, "tests", "runtime");
// Inside node_modules, so that a bundled test still finds the packages it names.
const bundled = join(theme, "node_modules", ".cache", "runtime-tests");

const wanted = process.argv.slice(2);
const files = (await readdir(tests))
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no test file in tests/runtime matches: ${wanted.join(" ") || "*.test.ts"}`);
  process.exit(1);
}

await rm(bundled, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  bundle: true,
  entryPoints: files.map((name) => join(tests, name)),
  format: "esm",
  logLevel: "warning",
  outdir: bundled,
  outExtension: { ".js": ".mjs" },
  packages: "external",
  platform: "node",
  sourcemap: "inline",
  splitting: true,
  target: "node24",
});
// In one process: to start one for each file takes longer than most files do.
const { status } = spawnSync(
  process.execPath,
  ["--enable-source-maps", "--test", "--test-isolation=none", ...files.map((name) => join(bundled, name.replace(/\.ts$/, ".mjs")))],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
