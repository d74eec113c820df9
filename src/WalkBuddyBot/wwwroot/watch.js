// Direct Line keeps its troubles to itself: after a closed socket it waits up to 15 seconds, and a poll that fails once is its last.
// The page would rather know at once.
export function watch({ services }, { heard, deaf, lost }) {
  const { ajax } = services;

  services.ajax = request => ajax(request).do({
    // What the service refuses by name (4xx) is dealt with where it is asked; this is a service that is not there, or not well.
    error: ({ status }) => !(status >= 400 && status < 500) && lost()
  });

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
