/** What is locked opens with its passphrase and with nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isLockedFile, isWholeLocked, locked, lockedFile, unlocked, unlockedFile } from "../../src/decisionaid/theme/scripts/record/passphrase.ts";
import { recordInToken } from "../../src/decisionaid/theme/scripts/record/token-read.ts";
import { linkOf, tokenInText } from "../../src/decisionaid/theme/scripts/record/token-text.ts";
import { tokenOf } from "../../src/decisionaid/theme/scripts/record/token.ts";
import { five, FIVE_WORDS } from "./example.ts";

const PASSPHRASE = "three green kettles";

test("a locked token opens with its passphrase, and with no other", async () => {
  const token = await tokenOf(five("typical"), FIVE_WORDS);
  const shut = await locked(token, PASSPHRASE);
  assert.match(shut, /^2[0-9A-Z$*\-./]+$/);
  assert.deepEqual(await recordInToken(shut, async () => FIVE_WORDS), { fault: "locked" });
  assert.equal(await unlocked(shut, PASSPHRASE), token);
  // A line of typing adds spaces, and another keyboard writes other letters for the same.
  assert.equal(await unlocked(shut, ` ${PASSPHRASE}\n`), token);
  assert.equal(await unlocked(shut, "three green kettle"), null);
  assert.equal(await unlocked(shut, ""), null);
  assert.notEqual(await locked(token, PASSPHRASE), shut);
});

test("of a locked token a wrong sign can be told from a wrong passphrase", async () => {
  const shut = await locked(await tokenOf(five("sparse"), FIVE_WORDS), PASSPHRASE);
  assert.equal(isWholeLocked(shut), true);
  for (let at = 0; at < shut.length; at += 1) {
    const other = `${shut.slice(0, at)}${shut[at] === "A" ? "B" : "A"}${shut.slice(at + 1)}`;
    assert.equal(isWholeLocked(other), false);
    if (at % 40 === 0) assert.equal(await unlocked(other, PASSPHRASE), null);
  }
  for (const other of ["", "2", "22", shut.slice(0, -3), `${shut}A00`, "2".repeat(9000)]) assert.equal(isWholeLocked(other), false);
});

test("a locked token goes by link and is found in a letter", async () => {
  const shut = await locked(await tokenOf(five("sparse"), FIVE_WORDS), PASSPHRASE);
  const link = linkOf("https://example.org/clinician/#old", shut);
  assert.equal(link, `https://example.org/clinician/#${shut}`);
  assert.equal(tokenInText(`Dear doctor,\nthis is it: <${link}>.\nYours`), shut);
});

test("a locked file opens with its passphrase, and with no other", async () => {
  const json = JSON.stringify(five("fullest"));
  const shut = await lockedFile(json, PASSPHRASE);
  const data = JSON.parse(shut);
  assert.equal(isLockedFile(data), true);
  assert.ok(!shut.includes("garden") && !shut.includes("knee"));
  assert.equal(await unlockedFile(data, PASSPHRASE), json);
  assert.equal(await unlockedFile(data, "another"), null);
  const changed = { ...data, data: data.data.replace(/^..../, "AAAA") };
  for (const other of [changed, { ...data, data: 7 }, { ...data, data: "%" }, { ...data, data: "" }, { data: data.data }, null, "x"]) {
    assert.equal(await unlockedFile(other, PASSPHRASE), null);
  }
});
