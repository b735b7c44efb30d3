/** A file that somebody chose may be anything; what is no intact record gets one plain reason. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson, recordChecksum } from "../../src/decisionaid/theme/scripts/record/canonical.ts";
import {
  BLOCK_START,
  MAX_FILE_BYTES,
  MAX_RECORD_BYTES,
  recordInFile,
  recordInText,
  type Fault,
  type Found,
} from "../../src/decisionaid/theme/scripts/handover/record-file.ts";
import { recordInAnyText } from "../../src/decisionaid/theme/scripts/handover/undone.ts";
import { mended } from "../../src/decisionaid/theme/scripts/handover/mended.ts";
import { blankLines } from "../../src/decisionaid/theme/scripts/handover/summary.ts";
import { escaped, fileName, fileText } from "../../src/decisionaid/theme/scripts/handover/save-file.ts";
import { sealed as sealedRecord, statementOf } from "../../src/decisionaid/theme/scripts/record/record.ts";
import { effort } from "./effort.ts";
import { golden, GOLDEN, MUCH_SAID, PAGE as PAGE_OF_AID, say, summary } from "./example.ts";

const CLINICIAN = "https://example.org/clinician/";
const { record } = golden("much-said");

/** What was found, without the text that it was read from. */
function read(text: string): Omit<Found, "json"> | { fault: Fault } {
  const found = recordInText(text);
  if ("fault" in found) return found;
  const { json: _without, ...rest } = found;
  return rest;
}

const BLANK = blankLines(say("aid"));
const PAGE = fileText(summary(MUCH_SAID), BLANK, record, say("ways"), "ltr", CLINICIAN);

for (const name of GOLDEN) {
  test(`the record ${name} comes back from the file that holds it, and from bare JSON`, () => {
    const each = golden(name).record;
    const page = fileText(summary(new Map()), BLANK, each, say("ways"), "rtl", "");
    for (const text of [page, JSON.stringify(each), `\n ${JSON.stringify(each, null, 2)}\n`]) {
      assert.deepEqual(read(text), { data: each, isAltered: false });
    }
  });
}

test("a saved file runs nothing, loads nothing and holds the record once", () => {
  assert.match(PAGE, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
  assert.equal(PAGE.split("<script").length, 2);
  assert.equal(PAGE.split("</script").length, 2);
  assert.equal(PAGE.split(BLOCK_START).length, 2);
  assert.doesNotMatch(PAGE, /\b(?:src|href|on\w+)=/);
  assert.match(PAGE, /&#60;\/script&#62;&#60;script&#62;alert\(1\)&#60;\/script&#62;/);
});

test("every text in a saved file is escaped", () => {
  assert.equal(escaped(`<a b="c" d='e'>&amp;`), "&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;amp;");
});

test("a file is named after the aid and the day", () => {
  assert.equal(fileName("example-condition", "2026-11-21"), "my-answers-example-condition-2026-11-21.html");
});

const sealed = (data: object): string => JSON.stringify({ ...data, crc32: recordChecksum(data) });
const cutAt = PAGE.indexOf(BLOCK_START);

const FAULTS: { [name: string]: [text: string, fault: string] } = {
  "nothing": ["", "not_ours"],
  "words": ["Dear doctor", "not_ours"],
  "another page": ["<!doctype html><title>decisionaid</title>", "not_ours"],
  "an unseen mess": ["\u0000\ufffd\ufffd{", "not_ours"],
  "other JSON": ['{"a":1}', "not_ours"],
  "a list": ["[]", "not_ours"],
  "JSON nested deep": ['{"a":'.repeat(9000), "not_ours"],
  "another format": [sealed({ format: "decisionaid.answers/1" }), "not_ours"],
  "a format that is no text": [sealed({ format: { a: 1 } }), "not_ours"],
  "a format with a zero before": [sealed({ format: "decisionaid.record/01" }), "not_ours"],
  "a format of another kind of number": [sealed({ format: "decisionaid.record/1.5" }), "not_ours"],
  "a newer format": [sealed({ ...record, format: "decisionaid.record/2" }), "newer"],
  "a much newer format": [sealed({ format: "decisionaid.record/77" }), "newer"],
  "cut in the head": [PAGE.slice(0, PAGE.indexOf("<title>")), "damaged"],
  "cut before the record": [PAGE.slice(0, cutAt), "damaged"],
  "cut in the record": [PAGE.slice(0, cutAt + 300), "damaged"],
  "cut in the end of the record": [PAGE.slice(0, PAGE.indexOf("</script>") - 2) + "</script>", "damaged"],
  "bare JSON that is cut": [JSON.stringify(record).slice(0, -2), "damaged"],
  "a format by prototype only": [`{"__proto__":${JSON.stringify(record)}}`, "not_ours"],
  "larger than a record may be": [sealed({ ...record, more: "x".repeat(MAX_RECORD_BYTES) }), "too_large"],
  "larger in bytes than in characters": [sealed({ ...record, more: "鍵".repeat(MAX_RECORD_BYTES / 3) }), "too_large"],
  "a page with a record that is too large": [`${BLOCK_START}${" ".repeat(MAX_RECORD_BYTES + 1)}</script>`, "too_large"],
};

for (const [name, [text, fault]] of Object.entries(FAULTS)) {
  test(`${name}: ${fault}`, () => {
    assert.deepEqual(read(text), { fault });
  });
}

test("a record nested as deep as its size allows does not overflow anything", () => {
  const deep = `{"format":"decisionaid.record/1","a":${"[".repeat(30_000)}${"]".repeat(30_000)},"crc32":"00000000"}`;
  assert.deepEqual(read(deep), { fault: "damaged" });
});

test("a file that is too large is not even read", async () => {
  const unread = {
    size: MAX_FILE_BYTES + 1,
    text: () => assert.fail("it was read"),
  };
  assert.deepEqual(await recordInFile(unread as unknown as Blob, read), { fault: "too_large" });
  assert.deepEqual(await recordInFile(new Blob([PAGE]), read), { data: record, isAltered: false });
});

test("the checksum does not depend on the order of names", () => {
  const turned = Object.fromEntries(Object.entries(record).reverse());
  assert.notEqual(JSON.stringify(turned), JSON.stringify(record));
  assert.equal(canonicalJson(turned), canonicalJson(record));
  assert.deepEqual(read(JSON.stringify(turned)), { data: record, isAltered: false });
});

/** What mail programs do to a file. */
const MAILED: { [name: string]: (page: string) => string } = {
  "lines wrapped at 998 characters": (page) => page.replace(/.{998}/g, "$&\r\n"),
  "lines wrapped at 76 characters": (page) => page.replace(/.{76}/g, "$&\n"),
  "line ends of another kind": (page) => page.replace(/\n/g, "\r\n"),
  "lines joined": (page) => page.replace(/\n/g, ""),
  "a space for each end of a line": (page) => page.replace(/\n/g, " \n"),
  "attributes in another order": (page) => page.replace(BLOCK_START, "<script id='decisionaid-record' type='application/json'>"),
  "attributes without quotes, names in capitals": (page) => page.replace(BLOCK_START, "<SCRIPT ID=decisionaid-record\n TYPE=application/json>").replace("</script>", "</SCRIPT >"),
  "letters of another encoding": (page) => new TextDecoder("windows-1252").decode(new TextEncoder().encode(page)),
  "a mark of byte order": (page) => `\ufeff${page}`,
};

for (const [name, spoil] of Object.entries(MAILED)) {
  for (const each of GOLDEN) {
    test(`${name}: ${each} comes back whole`, () => {
      const of = golden(each).record;
      const page = fileText(summary(MUCH_SAID), BLANK, of, say("ways"), "ltr", CLINICIAN);
      assert.deepEqual(read(spoil(page)), { data: of, isAltered: false });
    });
  }
}

test("a record as it was saved once, on one line, comes back from lines of 998 characters", () => {
  const old = `${BLOCK_START}${JSON.stringify(record).replace(/</g, "\\u003c")}</script>`;
  for (const end of ["\n", "\r\n"]) {
    assert.deepEqual(read(old.replace(/.{998}/gs, `$&${end}`)), { data: record, isAltered: false });
  }
  // Some break at a space, which is lost.
  assert.deepEqual(read(old.replace("Not to wait", "Not\nto wait")), { data: record, isAltered: false });
});

test("no line of a file is as long as mail may break, and all its letters are of ASCII", () => {
  for (const text of ["鍵".repeat(1500), "👩‍👧".repeat(500), `${"&".repeat(1499)} `, "word ".repeat(300), "a,\",".repeat(370)]) {
    const of = { ...record, what_matters: text, aid: { ...record.aid, title: text.slice(0, 300) } };
    const page = fileText(summary(new Map([["what_matters", [text]]])), BLANK, of, say("ways"), "ltr", CLINICIAN);
    assert.ok(Math.max(...page.split("\n").map((each) => each.length)) <= 998);
    assert.match(page, /^[\n\x20-\x7e]*$/);
    assert.deepEqual((read(page) as { data: { what_matters: string } }).data.what_matters, text);
  }
});

test("a file says how to read it and where the clinician's page is, but not where a disk is", () => {
  assert.match(PAGE, /by opening it, as here.*https:\/\/example\.org\/clinician\//s);
  assert.match(fileText(summary(MUCH_SAID), BLANK, record, say("ways"), "ltr", ""), /page for clinicians of the site/);
});

test("the file says the day where the person was, and no other", () => {
  const text = fileText(summary(MUCH_SAID, PAGE_OF_AID, record.day), BLANK, record, say("ways"), "ltr", CLINICIAN);
  assert.match(text, /22 November 2026/);
  assert.doesNotMatch(text.slice(0, text.indexOf("<script")), /21 November 2026/);
});

const ALTERED: { [name: string]: string } = {
  "one letter changed": PAGE.replaceAll("Not to wait", "Now to wait"),
  "one letter of another encoding": JSON.stringify(record).replace("“", "\ufffd"),
  "a value changed": JSON.stringify({ ...record, rev: 4 }),
  "no checksum": JSON.stringify({ ...record, crc32: undefined }),
  "a checksum that is no text": JSON.stringify({ ...record, crc32: 7 }),
  "a checksum in capitals": JSON.stringify({ ...record, crc32: record.crc32.toUpperCase() }),
};
for (const [name, text] of Object.entries(ALTERED)) {
  test(`${name}: read, and said to be altered`, () => {
    const found = read(text);
    assert.ok("data" in found && found.isAltered);
    assert.equal((found.data as typeof record).leaning.option, "wait");
  });
}

test("a file that was cut is read up to the last part that is whole, and never within an answer", () => {
  const { id, rev, created, updated, day } = record;
  const json = JSON.stringify(sealedRecord(statementOf(MUCH_SAID, PAGE_OF_AID), { id, rev, created, updated, day }));
  let [read, values] = [0, 0];
  for (let length = 0; length < json.length; length += 1) {
    const found = recordInText(BLOCK_START + json.slice(0, length), mended);
    if ("fault" in found) continue;
    const data = found.data as typeof record;
    read += 1;
    values = Math.max(values, data.values?.length ?? 0);
    for (const part of ["values", "knowledge", "questions", "readiness", "ideas"] as const) {
      const given: readonly object[] = data[part] ?? [];
      assert.deepEqual(given, record[part].slice(0, given.length));
    }
    assert.ok(data.leaning === undefined || data.leaning.role === "together");
  }
  assert.ok(read > json.length / 2);
  assert.equal(values, 5);
});

/** Files of the largest size that are none of ours, each hard on one of the ways in which a file is read. */
const HARD: { [name: string]: string } = {
  "ends of lines": "\n".repeat(MAX_FILE_BYTES),
  "a line of base64, and a letter on each line behind it": `${"A".repeat(40)}\n${"A\n".repeat(MAX_FILE_BYTES / 2 - 40)}`,
  "bytes by their numbers": "=41".repeat(MAX_FILE_BYTES / 3),
  "marks of quoted lines": "> ".repeat(MAX_FILE_BYTES / 2),
  "tabs": `${"\t".repeat(1000)}\n`.repeat(MAX_FILE_BYTES / 1001),
  "JSON that is nested deep": `{"a":${"[".repeat(MAX_RECORD_BYTES - 10)}`,
};
for (const [name, text] of Object.entries(HARD)) {
  test(`${name}: none of ours, and soon told`, () => {
    const start = effort();
    assert.deepEqual(recordInAnyText(text), { fault: "not_ours" });
    assert.ok(effort() - start < 5000);
  });
}
