/*
 * What `npm run schema` writes. A test fails when a committed file differs.
 */
import { cardFormatDoc, chatFormatDoc } from './card-format-doc.mjs';
import { diagnosticsDoc } from './diagnostics-doc.mjs';
import { elementsDoc } from './elements-doc.mjs';
import { cardJsonSchema, chatItemJsonSchema } from './json-schema.mjs';
import { performanceDoc } from './performance-doc.mjs';
import { requestsDoc } from './requests-doc.mjs';

/**
 * @param load - imports a module of src/ by its path there.
 * @returns the text of each file, by its path in the repository.
 */
export async function generatedFiles(load) {
  const { cardParts } = await load('schema/member-docs.ts');
  const { chatParts } = await load('schema/chat-member-docs.ts');
  const { codeExamples } = await load('diagnostics/code-examples.ts');
  const { diagnosticTexts } = await load('diagnostics/codes.ts');
  const { diagnostic } = await load('diagnostics/sentences.ts');
  const { encodeRequest, pathText, readCards, severityOf } = await load('schema/index.ts');
  return {
    'schema/card.schema.json': await cardJsonSchema(cardParts),
    'schema/chat-item.schema.json': await chatItemJsonSchema(chatParts),
    'docs/card-format.md': await cardFormatDoc(cardParts),
    'docs/chat-format.md': await chatFormatDoc(chatParts),
    'docs/diagnostics.md': await diagnosticsDoc({
      diagnosticTexts,
      codeExamples,
      diagnostic,
      pathText,
      readCards,
      severityOf,
    }),
    'docs/performance.md': performanceDoc(),
    'docs/reference.md': await elementsDoc(),
    'docs/requests.md': requestsDoc({ encodeRequest, readCards }),
  };
}
