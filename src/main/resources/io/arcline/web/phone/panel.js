// What the phone shows: the transcript as it is heard, and what happens behind it.
const MOST_FRAMES = 400;
const byId = (id) => document.getElementById(id);

export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const followed = new WeakMap();

/** Follows a list's end until the reader scrolls up, and again from when the reader is back, also where the list's place shrinks. */
function watch(list) {
  let before = 0;
  followed.set(list, true);
  list.addEventListener('scroll', () => {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    if (atEnd || list.scrollTop < before) followed.set(list, atEnd);
    before = list.scrollTop;
  });
  new ResizeObserver(() => keepUp(list)).observe(list);
}

function append(list, item) {
  if (!followed.has(list)) watch(list);
  list.append(item);
  keepUp(list);
}

const follow = (list) => { list.scrollTop = list.scrollHeight; };
const keepUp = (list) => { if (followed.get(list)) follow(list); };

/** On one line, with spaces that it may be broken at. */
const json = (frame) => JSON.stringify(frame, null, 1).replaceAll(/\n */g, ' ');

export class Transcript {
  constructor() {
    this.list = byId('transcript');
    this.shown = new Map();
  }

  clear() {
    this.list.replaceChildren();
    this.shown.clear();
  }

  /** A reply of Shani's as far as it has arrived, bright as far as it was heard; a screen reader is told only what arrives. */
  reply(reply) {
    const line = this.shown.get(reply) ?? this.begin(reply);
    const [, whole, heard, unheard] = line.children;
    if (whole.textContent !== reply.text) whole.textContent = reply.text;
    heard.textContent = reply.text.slice(0, reply.heard);
    unheard.textContent = reply.text.slice(reply.heard);
    line.classList.toggle('cut', reply.cut && reply.heard < reply.text.length);
    keepUp(this.list);
  }

  begin(reply) {
    const line = element('p', 'shani');
    line.append(element('b', 'who', 'Shani'), element('span', 'aside'), element('span', 'heard'), element('span', 'unheard'));
    for (const seen of [...line.children].slice(2)) seen.setAttribute('aria-hidden', 'true');
    this.shown.set(reply, line);
    append(this.list, line);
    return line;
  }

  line(who, text, className) {
    const line = element('p', className);
    line.append(element('b', 'who', who), element('span', '', text));
    append(this.list, line);
    follow(this.list);
  }

  note(text) {
    append(this.list, element('p', 'note', text));
  }
}

export class Panel {
  constructor(began) {
    this.began = began;
    this.turns = 0;
  }

  frame(direction, frame) {
    const names = { in: ['▲', 'to the server'], out: ['▼', 'from the server'], webhook: ['●', 'webhook'], answer: ['○', 'answer'], note: ['!', 'note'] };
    const [arrow, meaning] = names[direction];
    const item = element('li', direction);
    const sign = element('span', 'arrow', arrow);
    sign.title = meaning;
    item.append(
      element('time', '', `${((performance.now() - this.began) / 1000).toFixed(2)}`),
      sign,
      element('code', '', typeof frame === 'string' ? frame : json(frame)),
    );
    const list = byId('frames');
    append(list, item);
    while (list.children.length > MOST_FRAMES) list.firstChild.remove();
  }

  state(state) {
    for (const place of document.querySelectorAll('[data-state]')) {
      place.textContent = String(state?.[place.dataset.state] ?? '–').toLowerCase().replaceAll('_', ' ');
    }
  }

  meaning(heard, meaning) {
    const box = byId('meaning');
    const confidence = meaning.confidence ?? null;
    const bar = element('meter');
    Object.assign(bar, { min: 0, max: 1, value: confidence ?? 0 });
    bar.setAttribute('aria-label', 'Confidence');
    const words = element('p', 'heard-words', `“${heard}”`);
    const what = element('p', 'what', meaning.text);
    box.replaceChildren(words, what);
    if (confidence !== null) box.append(bar, element('p', 'hint', `confidence ${Math.round(confidence * 100)} %`));
    box.append(element('p', 'hint', `asked for: ${meaning.asked}`));
  }

  latency(milliseconds) {
    this.turns++;
    const item = element('li');
    const bar = element('meter');
    // What a caller notices begins at some 400 ms.
    Object.assign(bar, { min: 0, max: 500, high: 250, low: 100, optimum: 10, value: Math.min(500, milliseconds) });
    bar.setAttribute('aria-label', `Turn ${this.turns}`);
    item.append(element('span', '', `${this.turns}`), bar, element('span', 'ms', `${milliseconds.toFixed(1)} ms`));
    append(byId('latency'), item);
  }

  clear(began) {
    this.began = began;
    this.turns = 0;
    byId('frames').replaceChildren();
    byId('latency').replaceChildren();
    byId('meaning').replaceChildren(element('p', 'hint', 'Nothing said yet.'));
    this.state(null);
  }
}
