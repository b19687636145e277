using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>The terms of an article as the store keeps them; <c>extract</c> does not print them.</summary>
internal sealed record TermsFact(string Article, ImmutableArray<Term> Terms) : Fact
{
    /// <inheritdoc/>
    public override string Kind => "terms";
}
