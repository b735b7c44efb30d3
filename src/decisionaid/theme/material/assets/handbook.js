"use strict";
// Four names that Material's bundle takes from the page, where they are set by an inline script.
// They keep a reader's choices (a colour scheme, say) apart from those of other sites on a host.
window.__md_scope = new URL(document.currentScript.dataset.base, location.href);

window.__md_get = (name, storage = localStorage, scope = window.__md_scope) => {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${name}`));
  } catch {
    return null; // storage may be closed to us
  }
};

window.__md_set = (name, value, storage = localStorage, scope = window.__md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
  } catch {
    // storage may be full or closed to us; the page works without
  }
};

window.__md_hash = (text) => {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return hash;
};
