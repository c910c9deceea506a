/* For TypeDoc: what a class overrides without a word of its own is Lit's affair, and left out. */
import { Converter, ReflectionKind } from 'typedoc';
import { ModifierFlags, getCombinedModifierFlags, getJSDocCommentsAndTags } from 'typescript';

export function load({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const member of context.project.getReflectionsByKind(ReflectionKind.ClassMember))
      if (context.getSymbolFromReflection(member)?.declarations?.some(isSilentOverride))
        context.project.removeReflection(member);
  });
}

function isSilentOverride(declaration) {
  const isOverride = getCombinedModifierFlags(declaration) & ModifierFlags.Override;
  return isOverride && getJSDocCommentsAndTags(declaration).length === 0;
}
