// The operators' console: three parts, one at a time.
import { byId, news } from './api.js';
import { watchCalls } from './calls.js';
import { showCharts } from './charts.js';
import { startModeration } from './moderation.js';

const parts = ['calls', 'moderation', 'figures'];
let operator = true;
let shown = null;

const visible = (part) => shown === part && !document.hidden;
const loadPosts = startModeration(() => visible('moderation'));

function show(focus) {
  const wanted = location.hash.slice(1);
  const allowed = operator ? parts : ['moderation'];
  shown = allowed.includes(wanted) ? wanted : allowed[0];
  for (const part of parts) {
    byId(part).hidden = part !== shown;
    const link = document.querySelector(`nav a[href="#${part}"]`);
    if (part === shown) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (focus) byId(shown).focus();
  if (shown === 'moderation') loadPosts().catch(failed);
  if (shown === 'figures') showCharts().catch(failed);
}

function failed() {
  news('The server does not answer; trying again.');
}

// Whatever was asked for when the server went away.
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  failed();
});
addEventListener('hashchange', () => show(true));
byId('range').addEventListener('change', () => showCharts().catch(failed));
setInterval(() => { if (visible('figures')) showCharts().catch(failed); }, 30_000);

// A moderator may not see calls: what only operators have is taken away.
operator = document.body.dataset.operator === 'true';
if (!operator) document.querySelectorAll('[data-operator]').forEach((each) => { if (each.tagName === 'A') each.hidden = true; });
show(false);
if (operator) {
  watchCalls(() => visible('calls'));
  loadPosts().catch(failed);
}
