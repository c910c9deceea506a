import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { MfCard } from '../src/index.js';
import '../src/index.js';
import { ar } from '../src/messages/ar.js';
import { de } from '../src/messages/de.js';
import { en } from '../src/messages/en.js';
import { es } from '../src/messages/es.js';
import { fr } from '../src/messages/fr.js';
import { he } from '../src/messages/he.js';
import { ja } from '../src/messages/ja.js';
import { pseudo } from '../src/messages/pseudo.js';
import { ptBR } from '../src/messages/pt-BR.js';
import { zhCN } from '../src/messages/zh-CN.js';
import type { Messages } from '../src/index.js';
import { mockTransport } from '../src/transports/index.js';
import { insideCard } from './play.js';
import { renderCard } from './render.js';
import { pasted, script } from './snippet.js';
import { hoursFromNow } from './wire.js';

/**
 * What the elements say of themselves, in nine languages: dates, ages, sizes and plural forms by the browser, words by a
 * file that is loaded when it is used. What a connector has written stays as it is, unless it comes in several languages.
 *
 * A page with `mf-card/messages/auto` and a `lang` needs no more. The toolbar shows any other story in any of them.
 */
const meta: Meta<MfCard> = { title: 'Languages', component: 'mf-card', render: renderCard };

export default meta;
type Story = StoryObj<MfCard>;

/** Its connector knows the languages, too: labels are maps, of which the reader's one is shown. */
const request = {
  id: '7b0c6b1e-2f53-4d3e-9a53-7d5a1b9d8c40',
  name: 'Trips',
  creation_date: hoursFromNow(-3),
  due_date: hoursFromNow(20),
  header: { title: 'Lisbon → Porto', subtitle: ['TR-2041'] },
  body: {
    fields: [
      { type: 'GENERAL', title: '€', description: '1 284,50' },
      {
        type: 'SECTION',
        items: [
          {
            type: 'ATTACHMENT_URL',
            attachment_name: 'TR-2041.pdf',
            attachment_content_type: 'application/pdf',
            attachment_content_length: 318_700,
            attachment_url: '/files/tr-2041',
            updated_at: hoursFromNow(-50),
          },
        ],
      },
    ],
  },
  actions: [
    {
      id: '0d9f6a37-9d4c-4b64-8f58-3a1c4a7a6d11',
      label: {
        'en-US': 'Approve',
        de: 'Genehmigen',
        fr: 'Approuver',
        es: 'Aprobar',
        pt_BR: 'Aprovar',
        ja: '承認する',
        zh_CN: '批准',
        ar: 'موافقة',
        he: 'אישור',
      },
      primary: true,
      type: 'POST',
      action_key: 'USER_INPUT',
      url: { href: '/trips/2041' },
      user_input: [
        {
          id: 'comment',
          label: {
            'en-US': 'Comment',
            de: 'Kommentar',
            fr: 'Commentaire',
            es: 'Comentario',
            pt_BR: 'Comentário',
            ja: 'コメント',
            zh_CN: '备注',
            ar: 'تعليق',
            he: 'הערה',
          },
          format: 'textarea',
          min_length: 3,
          max_length: 40,
        },
      ],
    },
  ],
};

/** The form is open, and was sent too early: so the card has said most of what it can say. */
function spokenIn(messages: Messages, language: string, approve: string): Story {
  return {
    args: { card: request, transport: mockTransport() },
    globals: { language },
    play: async ({ canvasElement }) => {
      const { shown } = await insideCard(canvasElement);
      await userEvent.click(await shown.findByRole('button', { name: approve }));
      await userEvent.type(await shown.findByRole('textbox'), 'Ok');
      await userEvent.click(shown.getByRole('button', { name: messages.submit }));
      const fault = await shown.findAllByText(messages.tooShort(3, 2), { normalizer: (text) => text.trim() });
      await expect(fault[0]).toBeVisible();
      await expect(shown.getByRole('button', { name: messages.cancel })).toBeVisible();
    },
  };
}

export const English = spokenIn(en, 'en', 'Approve');
export const Deutsch = spokenIn(de, 'de', 'Genehmigen');
export const Français = spokenIn(fr, 'fr', 'Approuver');
export const Español = spokenIn(es, 'es', 'Aprobar');
export const Português = spokenIn(ptBR, 'pt-BR', 'Aprovar');
export const 日本語 = spokenIn(ja, 'ja', '承認する');
export const 简体中文 = spokenIn(zhCN, 'zh-CN', '批准');
export const العربية = spokenIn(ar, 'ar', 'موافقة');
export const עברית = spokenIn(he, 'he', 'אישור');

/**
 * English in disguise, for those who build pages: what stands in no brackets is not translated, what is cut off has too
 * little room.
 */
export const Pseudo = spokenIn(pseudo, 'en-XA', 'Approve');

const spoken = [en, de, fr, es, ptBR, ja, zhCN, ar, he];

function directionOf({ locale }: Messages): string {
  return /^(ar|he)/.test(locale) ? 'rtl' : 'ltr';
}

/** Cards of several languages on one page: each follows the `lang` that is nearest, and goes in its direction. */
export const SideBySide: Story = {
  parameters: {
    width: 'none',
    snippet: pasted(
      spoken
        .map(
          (messages) =>
            `<div lang="${messages.locale}" dir="${directionOf(messages)}"><mf-card></mf-card></div>`,
        )
        .join('\n'),
      `  import 'mf-card/messages/auto';

  const card = ${script(request)};
  for (const element of document.querySelectorAll('mf-card')) element.card = card;
`,
    ),
  },
  render: () =>
    html`<div
      style="display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1rem; align-items: start"
    >
      ${spoken.map(
        (messages) =>
          html`<div lang=${messages.locale} dir=${directionOf(messages)}>
            <mf-card .messages=${messages} .card=${request}></mf-card>
          </div>`,
      )}
    </div>`,
  play: async ({ canvasElement }) => {
    const cards = Array.from(canvasElement.querySelectorAll('mf-card'));
    await Promise.all(cards.map((card) => card.updateComplete));
    const labels = cards.map((card) => card.shadowRoot?.querySelector('button')?.textContent.trim());
    await expect(labels).toEqual([
      'Approve',
      'Genehmigen',
      'Approuver',
      'Aprobar',
      'Aprovar',
      '承認する',
      '批准',
      'موافقة',
      'אישור',
    ]);
  },
};
