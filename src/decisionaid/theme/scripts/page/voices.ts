/** The voices of the device itself: with any other, what is read would go to a server. */

/** Those that speak a language, whatever its country; a browser tells them late, or has none. */
export function voicesFor(language: string): SpeechSynthesisVoice[] {
  const wanted = base(language);
  return (window.speechSynthesis?.getVoices() ?? []).filter(({ lang, localService }) => localService === true && base(lang) === wanted);
}

function base(language: string): string | undefined {
  return language.toLowerCase().split(/[-_]/)[0];
}
