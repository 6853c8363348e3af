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

/** Silence, and what ends it: with these the browser can go on listening. */
const PASSING = ['no-speech', 'aborted'];

/**
 * Listens by speech recognition; null where there is none.
 * @param heard(text, final): told of every partial and final result
 * @param refused(why): it does not listen any more, such as without a microphone or the permission to use it
 */
export function ears(heard, refused) {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) return null;
  const recognition = new Recognition();
  let wanted = false;
  let running = false;
  const start = () => {
    running = true;
    recognition.start();
  };
  Object.assign(recognition, {
    continuous: true,
    interimResults: true,
    lang: 'en-GB',
    onresult(event) {
      const result = event.results[event.results.length - 1];
      heard(result[0].transcript.trim(), result.isFinal);
    },
    onerror({ error }) {
      if (PASSING.includes(error)) return;
      wanted = false;
      refused(error);
    },
    // It ends by itself after some silence, and to begin again in another language.
    onend() {
      running = false;
      if (wanted) start();
    },
  });
  return {
    listen(on) {
      wanted = on;
      if (on && !running) start();
      else if (!on && running) recognition.stop();
    },
    language(tag) {
      if (recognition.lang === tag) return;
      recognition.lang = tag;
      if (running) recognition.stop();
    },
  };
}
