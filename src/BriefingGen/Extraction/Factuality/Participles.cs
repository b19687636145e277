using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Factuality;

/// <summary>Tells a participle that a verb governs from one that describes a noun.</summary>
internal static class Participles
{
    /// <summary>
    /// True for "signing" in "stopped signing treaties", which parsers read as an adjective of the treaties: right behind
    /// the verb, with no article between, it is what the verb is about.
    /// </summary>
    public static bool IsComplement(ArticleContext context, DependencyTree tree, int participle) =>
        context.Xpos(participle) == "VBG"
        && (tree.Is(participle, "amod") || tree.Is(participle, "compound"))
        && tree.Head(participle) is var noun
        && noun > participle
        && tree.Is(noun, "obj")
        && tree.Head(noun) == participle - 1
        && context.Lemma(participle - 1)
            is "stop"
                or "start"
                or "begin"
                or "continue"
                or "keep"
                or "cease"
                or "resume"
                or "avoid"
                or "quit"
                or "halt";
}
