// The browser's own voice and ears, where it has them.

/** Says clauses aloud by speech synthesis; null where there is none. */
export function voice(rate = 1) {
  const synthesis = window.speechSynthesis;
  const pick = (tag) => {
    const all = synthesis.getVoices();
    return all.find((each) => each.lang === tag) ?? all.find((each) => each.lang.startsWith(tag.slice(0, 2)));
  };
  if (!synthesis?.getVoices().length) return null;
  const say = (text, progress) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.rate = rate;
    utterance.lang = say.language;
    utterance.voice = pick(say.language) ?? null;
    const done = new Promise((end) => {
      utterance.onend = end;
      utterance.onerror = end;
    });
    utterance.onboundary = (event) => progress(event.charIndex);
    synthesis.speak(utterance);
    return { done, stop: () => synthesis.cancel() };
  };
  say.language = 'en-GB';
  return say;
}

/**
 * Listens by speech recognition; null where there is none.
 * @param heard(text, final): told of every partial and final result
 */
export function ears(heard, ended) {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) return null;
  const recognition = new Recognition();
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.lang = 'en-GB';
  recognition.onresult = (event) => {
    const result = event.results[event.results.length - 1];
    heard(result[0].transcript.trim(), result.isFinal);
  };
  recognition.onend = () => ended();
  return recognition;
}
