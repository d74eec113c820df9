// Keeps one conversation in view. Web Chat ends for good when a token expires or a conversation cannot be reached;
// here each ending is followed by a fresh start on the same conversation, without the person doing anything.
import { domain, issuedAt, open, sayAgain } from './service.js';
import { darkness, look } from './look.js';
import { tooFast, watch } from './watch.js';

const place = document.getElementById('chat');
const state = document.getElementById('state');
const nonce = document.querySelector('script[nonce]').nonce;
const locale = navigator.language || 'en-US';

const online = 2; // what Direct Line calls it; above it stand the endings: expired, failed, ended
const minute = 60_000;
const renewAfter = 25 * minute; // tokens live for 30
const doubtful = 20_000; // how long a message that was refused still counts as lost with the connection
const insistence = 5; // how often a lost message is sent again
const calm = 10_000; // a connection that holds this long is a good one

const posted = new Map(); // messages under way, by the id that their echo carries
let session; // the one in view; what an older one still reports is not listened to
let renewing = false;
let failures = 0;
let deafSockets = 0; // that closed without ever opening: something between here and the service forbids them
let wake = () => {};

function say(text) {
  if (state.textContent !== text) {
    state.textContent = text;
  }
}

function pause(milliseconds) {
  return new Promise(resolve => {
    wake = resolve;
    setTimeout(resolve, milliseconds);
  });
}

// Half a second, doubling to thirty, never the same for two pages: a restarted service is not met by everybody at once.
function patience() {
  return Math.min(30_000, 500 * 2 ** Math.min(failures - 1, 6)) * (0.5 + Math.random() / 2);
}

async function renew() {
  if (renewing) {
    return;
  }

  renewing = true;
  const telling = setTimeout(say, session ? 1000 : 4000, session ? 'Reconnecting. Nothing you wrote is lost.' : 'Still opening the chat.');

  for (;;) {
    try {
      if (failures) {
        await pause(patience());
      }

      show(await open(locale));
      break;
    } catch (error) {
      if (error.status === 404) {
        clearTimeout(telling);
        say('The chat is switched off here.');
      }

      failures++;
      await pause(error.retryAfter || 0);
    }
  }

  clearTimeout(telling);
  renewing = false;
}

function show(opened) {
  const unsent = session?.store.getState().sendBoxValue || [...posted.values()].findLast(wasRefused)?.activity.text;
  const lost = [...posted.values()].filter(message => !wasRefused(message));
  posted.clear();

  const directLine = WebChat.createDirectLine({ ...opened, domain, watermark: '0', webSocket: deafSockets < 3 });
  const next = { directLine, began: Date.now(), issued: issuedAt(opened.token) };
  next.store = WebChat.createStore({}, () => pass => action => listen(next, pass, action));
  session = next;

  watch(directLine, {
    heard: () => (deafSockets = 0),
    deaf: () => (deafSockets += session === next ? 1 : 0),
    lost: () => over(next, true)
  });

  if (unsent) {
    next.store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: unsent } });
  }

  draw();

  directLine.connectionStatus$.subscribe(status => {
    if (status > online) {
      over(next);
    } else if (status === online) {
      say('');
      setTimeout(() => settle(next), calm);
    }
  });

  if (lost.length) {
    repeat(next, opened, lost);
  }
}

async function repeat(from, opened, lost) {
  try {
    await sayAgain(opened, lost.map(({ activity }) => activity));
  } catch ({ status }) {
    // Refused is refused; anything else is tried again with the next connection.
    if (!(status >= 400 && status < 500) || status === tooFast) {
      lost.filter(({ tries }) => tries < insistence).forEach(message => keep(message.activity, message.tries + 1));
      over(from, true);
    }
  }
}

function keep(activity, tries) {
  posted.set(activity.channelData.clientActivityID, { activity, tries });
}

// For good: not by the failing of the connection itself.
function wasRefused({ refusedAt }) {
  return refusedAt !== undefined && Date.now() - refusedAt > doubtful;
}

function draw() {
  const { directLine, store } = session;
  WebChat.renderWebChat({ directLine, store, locale, nonce, styleOptions: look(), sendTypingIndicator: false }, place);
}

// What the session tells about itself: when it is ready, and what became of each message.
function listen(from, pass, action) {
  const id = action.meta?.clientActivityID;

  switch (action.type) {
    case 'DIRECT_LINE/CONNECT_FULFILLED':
      // A conversation that is gone shows only here, as an error of its activities.
      from.directLine.activity$.subscribe({ next: () => {}, error: () => over(from, true) });
      break;
    case 'DIRECT_LINE/INCOMING_ACTIVITY':
      // What is shown was erased: only what the service still has is shown again.
      if (action.payload.activity.name === 'walkbuddy/erased' && session === from && !renewing) {
        renew();
      }

      break;
    case 'DIRECT_LINE/POST_ACTIVITY_PENDING':
      if (action.payload.activity.type === 'message') {
        keep(action.payload.activity, 0);
      }

      break;
    case 'DIRECT_LINE/POST_ACTIVITY_FULFILLED':
      posted.delete(id);
      break;
    case 'DIRECT_LINE/POST_ACTIVITY_REJECTED':
      if (posted.has(id)) {
        posted.get(id).refusedAt = Date.now();
      }

      break;
  }

  return pass(action);
}

function settle(held) {
  if (session === held) {
    held.calm = true;
    failures = 0;
  }
}

// A token that expired after a calm while is replaced at once; whatever was lost sooner, or lost for everybody, waits a little.
function over(ended, lost = false) {
  if (session === ended && !renewing) {
    failures += lost || !ended.calm ? 1 : 0;
    renew();
  }
}

// Refreshing happens by timer, and timers sleep with the laptop. A page that comes back with an old token does not wait to be refused.
function lookUp() {
  wake();

  if (session && document.visibilityState === 'visible') {
    const { directLine, began, issued } = session;
    const refreshed = issuedAt(directLine.token) - issued;

    if (Date.now() - began - refreshed > renewAfter) {
      over(session);
    }
  }
}

document.addEventListener('visibilitychange', lookUp);
addEventListener('online', lookUp);
addEventListener('pageshow', lookUp);
darkness.addEventListener('change', () => session && draw());

if (window.WebChat) {
  renew();
} else {
  say('The chat could not be loaded. Reload the page to try again.');
}
