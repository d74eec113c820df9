export const tooFast = 429;
const patience = 15_000; // Web Chat calls a message failed after 20 seconds

// Direct Line keeps its troubles to itself: after a closed socket it waits up to 15 seconds, and a poll that fails once is its last.
// The page would rather know at once.
export function watch({ services }, { heard, deaf, lost }) {
  const { ajax } = services;

  services.ajax = request => {
    const until = Date.now() + patience;

    return ajax(request)
      .retryWhen(refusals => refusals.flatMap(refusal => room(refusal, until)))
      .do({
        // What the service refuses by name (4xx) is dealt with where it is asked; this is a service that is not there, or not well,
        // or one that is asked too much for too long.
        error: ({ status }) => !(status >= 400 && status < 500 && status !== tooFast) && lost()
      });
  };

  services.WebSocket = class extends WebSocket {
    constructor(url) {
      super(url);
      let opened = false;
      this.addEventListener('open', () => {
        opened = true;
        heard();
      });
      this.addEventListener('close', () => {
        if (!opened) {
          deaf();
        }

        lost();
      });
    }
  };
}

// Whoever asks too fast is told when there is room again, and asks again then: Direct Line itself would give the call up.
async function room(refusal, until) {
  const wait = 1000 * Number(refusal.xhr?.getResponseHeader('Retry-After'));

  if (refusal.status !== tooFast || !(wait > 0) || Date.now() + wait > until) {
    throw refusal;
  }

  await new Promise(resolve => setTimeout(resolve, wait));
}
