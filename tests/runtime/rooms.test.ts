/** The scripts are rooms on floors: a room imports downwards only, a reader's room no other reader's. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { test } from "node:test";

const THEME = "src/decisionaid/theme";
/** From the lowest: rooms on one floor do not know each other. */
const FLOORS = [["record"], ["values"], ["handover"], ["plan"], ["page"], ["keeping", "aloud"], ["incoming"], ["patient", "clinician", "planning", "clock", "home", "preparing", "offline", "workbench", "kiosk"], ["typing"]] as const;
/** What a file imports, by the file: paths in the theme. */
const IMPORTS = new Map(["scripts", "components"].flatMap(scriptsIn).map((file) => [file, importsOf(file)]));

function scriptsIn(folder: string): string[] {
  const names = readdirSync(join(THEME, folder), { encoding: "utf8", recursive: true });
  return names.filter((name) => name.endsWith(".ts")).map((name) => posix.join(folder, ...name.split(sep)));
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(THEME, file), "utf8");
  const named = [...source.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)";/gms)].map(([, path = ""]) => path);
  // What has no dot before it comes from a package.
  return named.filter((path) => path.startsWith(".")).map((path) => posix.join(dirname(file), path));
}

/** The room that a file is in: of a component's script, the one that starts it; what two readers see, the one below them. */
function roomsOf(file: string): string[] {
  const [top = "", room = ""] = file.split("/");
  if (top === "scripts") return [room];
  const rooms = new Set([...IMPORTS].filter(([, paths]) => paths.includes(file)).flatMap(([importer]) => roomsOf(importer)));
  return rooms.size > 1 ? ["page"] : [...rooms];
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => (rooms as readonly string[]).includes(room));
}

test("every folder of scripts is a room on a floor", () => {
  const rooms = new Set(scriptsIn("scripts").map((file) => file.split("/")[1]));
  assert.deepEqual([...rooms].sort(), FLOORS.flat().sort());
});

test("a component's script is started, and belongs to one room", () => {
  for (const file of scriptsIn("components")) assert.equal(new Set(roomsOf(file)).size, 1, file);
});

test("a room imports its own files and those of lower floors", () => {
  for (const [file, paths] of IMPORTS) {
    const [room = ""] = roomsOf(file);
    for (const path of paths.filter((each) => IMPORTS.has(each))) {
      const [other = ""] = roomsOf(path);
      assert.ok(room === other || floorOf(other) < floorOf(room), `${file} imports ${path}`);
    }
  }
});

test("what is imported is there, or made by the build", () => {
  for (const [file, paths] of IMPORTS) {
    for (const path of paths) {
      assert.ok(IMPORTS.has(path) || /^(?:generated|schema)\//.test(path), `${file} imports ${path}`);
    }
  }
});

test("no files import each other in a circle", () => {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    assert.ok(!way.includes(file), [...way, file].join(" -> "));
    if (done.has(file)) return;
    for (const path of IMPORTS.get(file) ?? []) walk(path, [...way, file]);
    done.add(file);
  };
  for (const file of IMPORTS.keys()) walk(file, []);
});
