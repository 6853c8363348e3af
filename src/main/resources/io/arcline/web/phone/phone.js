// The browser phone: calls the server as Twilio would, by /twiml and /ws.
import { Call } from './call.js';
import { pace, rest } from './pace.js';
import { Panel, Transcript } from './panel.js';
import { play, replay, scripts } from './scripts.js';
import { Sound } from './sound.js';

const byId = (id) => document.getElementById(id);
// ?speed=20 plays twenty times faster, for the impatient and for tests.
const tempo = pace(Number(new URLSearchParams(location.search).get('speed')) || 1);
const transcript = new Transcript();
const panel = new Panel(performance.now());
const words = byId('words');
const sound = new Sound((text, final) => {
  if (!session || !text) return;
  words.value = final ? '' : text;
  if (final) say(text);
  else speak(text);
});
let call = null;
let session = null;
let state = null;
let askedAt = null;
let ticking = 0;
let current = null;
let waiting = [];

/** What the call tells. */
const watch = {
  frame: (direction, frame) => panel.frame(direction, frame),
  note(text) {
    panel.frame('note', text);
    if (!text.startsWith('socket')) transcript.note(text);
  },
  session(now) {
    session = now;
    status(now ? 'On the line' : 'No relay session');
    for (const control of [words, byId('speak').querySelector('button'), byId('drop'), byId('kill')]) control.disabled = !now;
    if (now) words.focus();
    stir();
  },
  asked(heard) {
    askedAt = performance.now();
    if (heard) understand(heard, state);
  },
  languages: (understood, spoken) => sound.languages(understood, spoken),
  firstToken() {
    if (askedAt !== null) panel.latency(performance.now() - askedAt);
    askedAt = null;
  },
  reply(reply) {
    current = reply;
    transcript.reply(reply);
    stir();
  },
  finished() {
    look();
    stir();
  },
  async said(text) {
    transcript.line('Shani', text, 'shani twiml');
    await rest(text.length * tempo.character);
  },
};

/** Wakes whoever waits for something to be true of the call. */
function stir() {
  waiting = waiting.filter(({ what, done }) => !what() || done());
}

const until = (what) => new Promise((done) => {
  waiting.push({ what, done: () => done() });
  stir();
});

function status(text) {
  byId('status').textContent = text;
}

async function look() {
  if (!call) return;
  const answer = await fetch(`/phone/calls/${call.callSid}`);
  if (answer.ok) {
    const found = await answer.json();
    state = found.state ?? state;
    panel.state(state);
  }
}

/** @param before where the call stood; null as long as nobody could look, which is at its beginning */
async function understand(heard, before) {
  const answer = await fetch('/phone/meaning', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ heard, state: before }),
  });
  if (answer.ok) panel.meaning(heard, await answer.json());
}

function time() {
  const seconds = Math.floor((performance.now() - panel.began) / 1000);
  byId('clock').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  stir();
}

async function dial(recorded = false) {
  transcript.clear();
  panel.clear(performance.now());
  [state, current] = [null, null];
  status('Calling');
  byId('call').textContent = 'Hang up';
  byId('call').classList.add('on');
  byId('replay').disabled = true;
  call = new Call({ from: '+15550100001', to: '+15550100009', pace: tempo, watch, voice: sound.begin() });
  byId('sid').textContent = call.callSid;
  ticking = setInterval(time, 250);
  await call.dial(recorded);
  clearInterval(ticking);
  sound.end();
  await look();
  status('Call ended');
  byId('call').textContent = 'Call Shani';
  byId('call').classList.remove('on');
  byId('replay').disabled = false;
  transcript.note('The call is over.');
  if (document.activeElement === document.body) byId('call').focus();
  call = null;
  stir();
}

/** So much has been said or typed, and there is more to come. */
function speak(words) {
  session.speak();
  session.partial(words);
}

function say(text) {
  transcript.line('You', text, 'caller');
  if (!session.said(text)) transcript.note('Not heard: she may not be interrupted here.');
}

function press(digit) {
  if (!session) return;
  const heard = session.press(digit);
  transcript.line('You', `key ${digit}${heard ? '' : ', not heard'}`, 'caller key');
}

byId('call').addEventListener('click', () => (call ? call.hangUp() : dial()));
byId('drop').addEventListener('click', () => {
  transcript.note('The socket is lost.');
  session?.drop();
});
byId('kill').addEventListener('click', async () => {
  transcript.note("The server's side is killed.");
  await fetch(`/phone/calls/${call.callSid}/kill`, { method: 'POST' });
});
for (const key of document.querySelectorAll('[data-key]')) key.addEventListener('click', () => press(key.dataset.key));

// A key of the keyboard is a key of the phone, unless it is typed somewhere.
addEventListener('keydown', (event) => {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey) return;
  if (/^[0-9*#]$/.test(event.key)) {
    press(event.key);
    const key = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    key.classList.add('down');
    setTimeout(() => key.classList.remove('down'), 150);
  }
});

words.addEventListener('input', () => {
  if (!session) return;
  if (words.value.trim()) speak(words.value.trim());
  else session.quiet();
});
words.addEventListener('keydown', (event) => { if (event.key === 'Escape') words.blur(); });
byId('speak').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = words.value.trim();
  words.value = '';
  if (text && session) say(text);
});

const choice = byId('script');
scripts.forEach((script, index) => choice.append(new Option(script.name, index)));
const chosen = () => scripts[choice.value];
const about = () => { byId('about').textContent = chosen().about; };
choice.addEventListener('change', about);
about();

const actor = {
  over: () => !call,
  turn: () => until(() => !call || (session && current && !current.preemptible && !session.mouth.busy && askedAt === null)),
  heardOf: (characters) => until(() => !call || (current && session && current.heard >= characters)),
  connected: () => until(() => !call || session?.socket?.readyState === WebSocket.OPEN),
  async say(text) {
    session?.speak();
    await rest(text.length * tempo.character / 2 + tempo.endpointing);
    if (session) say(text);
    current = null;
  },
  press(digit) {
    current = null;
    press(digit);
  },
  drop() {
    current = null;
    byId('drop').click();
  },
  frame(frame) {
    if (frame.type === 'prompt' && frame.last) {
      transcript.line('You', frame.voicePrompt, 'caller');
      watch.asked(frame.voicePrompt);
    }
    session.send(frame);
  },
  hangUp: () => session?.hangUp(),
};

byId('replay').addEventListener('click', async () => {
  const script = chosen();
  const done = dial(Boolean(script.recording));
  if (script.recording) {
    const recording = await (await fetch(`/phone/files/${script.recording}`)).text();
    await replay(recording, actor, tempo.speed);
  } else {
    await play(script, actor);
  }
  await done;
});
