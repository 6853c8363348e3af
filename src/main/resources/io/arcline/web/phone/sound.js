// Shani aloud and the caller by voice: where the browser can and the boxes are ticked, and during a call only.
import { ears, voice } from './voice.js';

const byId = (id) => document.getElementById(id);

export class Sound {
  /** @param heard(text, final): told of every partial and final result */
  constructor(heard) {
    this.ears = ears(heard, (why) => this.refused(why));
    this.inCall = false;
    this.voice = null;
    byId('listen').disabled = !this.ears;
    for (const box of ['listen', 'aloud']) byId(box).addEventListener('change', () => this.settle());
    this.settle();
    // Voices are there some time after the page.
    window.speechSynthesis?.addEventListener?.('voiceschanged', () => this.settle());
  }

  /** A call begins; gives what says its clauses aloud, null where that is not wanted. */
  begin() {
    this.inCall = true;
    this.voice = byId('aloud').checked ? voice() : null;
    this.settle();
    return this.voice;
  }

  end() {
    this.inCall = false;
    this.settle();
  }

  languages(understood, spoken) {
    this.ears?.language(understood);
    if (this.voice) this.voice.language = spoken ?? this.voice.language;
  }

  settle() {
    const speaks = Boolean(voice());
    byId('aloud').disabled = !speaks;
    this.ears?.listen(this.inCall && byId('listen').checked);
    const missing = [...(speaks ? [] : ['no voice']), ...(this.ears ? [] : ['no speech recognition'])];
    const both = byId('aloud').checked && byId('listen').checked;
    const instead = missing.length ? `This browser has ${missing.join(' and ')}: text instead.` : '';
    byId('sound').textContent = both ? 'With headphones only: she would interrupt herself.' : instead;
  }

  refused(why) {
    byId('listen').checked = false;
    this.settle();
    byId('sound').textContent = `This browser does not listen: ${why}. Text instead.`;
  }
}
