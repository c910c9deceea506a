import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../../src/index.js';
import '../../src/index.js';
import { withHost, type PretendedHost } from '../pretended-host.js';
import boxNewMention from './box-new-mention.json' with { type: 'json' };
import googleDocsNewMention from './google-docs-new-mention.json' with { type: 'json' };
import teamsTeamMention from './teams-team-mention.json' with { type: 'json' };
import { does } from './played.js';

/** A colleague has named you. The answer is one line away. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Connectors/Mentions',
  component: 'mf-card',
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** Notification for any @ mention in public or private team channels. Reply to messages. */
export const TeamsTeamMention: Story = {
  name: 'Microsoft Teams: Team @ mention',
  args: { card: teamsTeamMention },
};

export const TeamsTeamMentionReplied: Story = {
  ...TeamsTeamMention,
  name: '↳ replied',
  tags: ['!autodocs'],
  play: does({
    press: 'Reply',
    enter: { Reply: 'Yes, freeze it.' },
    says: 'Reply sent',
    sent: { text: 'Yes, freeze it.' },
  }),
};

/** Notification when there is an @mention on a document. Reply to message or add user to collaborate. */
export const BoxNewMention: Story = {
  name: 'Box: New @mention',
  args: { card: boxNewMention },
  globals: { language: 'es' },
};

export const BoxNewMentionReplied: Story = {
  ...BoxNewMention,
  name: '↳ replied, collaborator added',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Responder',
      enter: { Respuesta: 'Sí, vale también.' },
      says: 'Respuesta enviada',
      sent: { message: 'Sí, vale también.' },
    },
    {
      press: 'Añadir colaborador',
      enter: { 'Correo electrónico': 'abogado@veracruz.example', Permiso: 'Ver' },
      says: 'Colaborador añadido',
      sent: { login: 'abogado@veracruz.example', role: 'viewer' },
    },
  ),
};

/** Notification when there is an @mention on a document. Reply to message or add user to collaborate. */
export const GoogleDocsNewMention: Story = {
  name: 'Google Docs: New @mention',
  args: { card: googleDocsNewMention },
};

export const GoogleDocsNewMentionReplied: Story = {
  ...GoogleDocsNewMention,
  name: '↳ replied, person added',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Reply',
      enter: { Reply: 'Leave it in.' },
      says: 'Reply sent',
      sent: { content: 'Leave it in.' },
    },
    {
      press: 'Add a person',
      enter: { 'E-mail': 'rana@aldervoss.example', Role: 'Commenter' },
      says: 'Person added',
      sent: { email: 'rana@aldervoss.example', role: 'commenter' },
    },
  ),
};
