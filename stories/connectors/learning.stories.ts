import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../../src/index.js';
import '../../src/index.js';
import { withHost, type PretendedHost } from '../pretended-host.js';
import adobeSignESignatureRequired from './adobe-sign-e-signature-required.json' with { type: 'json' };
import linkedinLearningNewTrainingAvailable from './linkedin-learning-new-training-available.json' with { type: 'json' };
import sabaNewLearningAssigned from './saba-new-learning-assigned.json' with { type: 'json' };
import sabaNewTrainingAssigned from './saba-new-training-assigned.json' with { type: 'json' };
import zoomNewRecordingAvailable from './zoom-new-recording-available.json' with { type: 'json' };
import { opens } from './played.js';

/** What is seen, learnt or signed elsewhere: the card is the way there. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Connectors/Learning and documents',
  component: 'mf-card',
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** Notification for new trainings added. */
export const LinkedinLearningNewTrainingAvailable: Story = {
  name: 'LinkedIn Learning: New training available',
  args: { card: linkedinLearningNewTrainingAvailable },
};

export const LinkedinLearningNewTrainingAvailableOpened: Story = {
  ...LinkedinLearningNewTrainingAvailable,
  name: '↳ opened',
  tags: ['!autodocs'],
  play: opens({
    press: 'View the course',
    url: 'https://learning.linkedin.example/courses/2881044',
    says: 'Opened',
  }),
};

/** Notification for new learning is added. */
export const SabaNewLearningAssigned: Story = {
  name: 'Saba: New learning assigned',
  args: { card: sabaNewLearningAssigned },
  globals: { language: 'fr' },
};

export const SabaNewLearningAssignedOpened: Story = {
  ...SabaNewLearningAssigned,
  name: '↳ opened',
  tags: ['!autodocs'],
  play: opens({
    press: 'Commencer',
    url: 'https://aldervoss.sabacloud.example/ofr-00291/launch',
    says: 'Ouvert',
  }),
};

/** Notification when a required training is assigned. Launch training to complete. */
export const SabaNewTrainingAssigned: Story = {
  name: 'Saba: New training assigned',
  args: { card: sabaNewTrainingAssigned },
};

export const SabaNewTrainingAssignedLaunched: Story = {
  ...SabaNewTrainingAssigned,
  name: '↳ launched',
  tags: ['!autodocs'],
  play: opens({
    press: 'Launch training',
    url: 'https://aldervoss.sabacloud.example/ofr-00318/launch',
    says: 'Launched',
  }),
};

/** Notification when a Zoom recording is available. Launch recording to view. */
export const ZoomNewRecordingAvailable: Story = {
  name: 'Zoom: New recording available',
  args: { card: zoomNewRecordingAvailable },
  globals: { language: 'ja' },
};

export const ZoomNewRecordingAvailableOpened: Story = {
  ...ZoomNewRecordingAvailable,
  name: '↳ opened',
  tags: ['!autodocs'],
  play: opens({
    press: '録画を見る',
    url: 'https://aldervoss.zoom.example/rec/88120447/play',
    says: '開きました',
  }),
};

/** Notification for pending documents requiring an e-signature. Launch document to sign. */
export const AdobeSignESignatureRequired: Story = {
  name: 'Adobe Sign: E-signature required',
  args: { card: adobeSignESignatureRequired },
};

export const AdobeSignESignatureRequiredOpened: Story = {
  ...AdobeSignESignatureRequired,
  name: '↳ opened for signing',
  tags: ['!autodocs'],
  play: opens({
    press: 'Review and sign',
    url: 'https://aldervoss.adobesign.example/agreements/CBJ7710/sign',
    says: 'Opened',
  }),
};
