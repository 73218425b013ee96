// Puts the box into each ".g-recaptcha" and its answer into a hidden field of the form.
(() => {
  const anchor = new URL('api2/anchor', document.currentScript.src);
  const render = () => {
    for (const place of document.querySelectorAll('.g-recaptcha')) {
      const frame = document.createElement('iframe');
      frame.src = anchor.href;
      frame.title = 'Captcha';
      frame.width = '302';
      frame.height = '76';
      const token = document.createElement('input');
      token.type = 'hidden';
      token.name = 'g-recaptcha-response';
      place.replaceChildren(frame, token);
      addEventListener('message', (event) => {
        if (event.source === frame.contentWindow && event.origin === anchor.origin) token.value = event.data;
      });
    }
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', render);
  else render();
})();
