import { blockedService } from '../block/blocked-service.ts';
import { guardMethod } from '../block/patch.ts';
import { setAttribute } from '../natives.ts';

/** Whether a target names a frame of the page: what loads there is no page that the visitor goes to. */
const isFrame = (target: string | null | undefined) =>
  target && document.querySelector(`iframe[name="${CSS.escape(target)}"]`);

/** Whether a form would be sent to a blocked service without the visitor's leaving the page. Fields may have the names of properties. */
const isFormHeld = (form: Element, button?: Element | null) =>
  isFrame(button?.getAttribute('formtarget') ?? form.getAttribute('target')) &&
  blockedService(button?.getAttribute('formaction') ?? form.getAttribute('action') ?? document.URL);

/** Holds back what forms and links load into frames, and the requests of `<a ping>`; where the visitor goes is theirs. */
export function guardForms(): void {
  guardMethod(HTMLFormElement.prototype, 'submit', (_, self, proceed) => {
    if (!isFormHeld(self as Element)) proceed();
  });
  addEventListener(
    'submit',
    (event) => {
      if (isFormHeld(event.target as Element, event.submitter)) event.preventDefault();
    },
    true,
  );
  addEventListener(
    'click',
    (event) => {
      const link = event
        .composedPath()
        .find((node): node is HTMLAnchorElement => (node as Element).matches?.('a[href],area[href]'));
      if (!link) return;
      const pinged = link.ping?.match(/\S+/g)?.map(blockedService).find(Boolean);
      if (pinged) {
        setAttribute(link, 'data-avowal-ping', link.ping);
        setAttribute(link, 'data-avowal', pinged.id);
        link.removeAttribute('ping');
      }
      if (isFrame(link.target) && blockedService(link.href)) event.preventDefault();
    },
    true,
  );
}
