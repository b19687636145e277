using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;

namespace BriefingGen.Language.Tagging;

/// <summary>Gives each word its lemma, from edits learnt by ending and tag. Frozen and thread-safe.</summary>
public sealed class EnglishLemmatizer : ILanguageComponent
{
    private readonly LemmaTable _table;
    private readonly TagSet _tags;

    private readonly VectorTable? _known;
    private readonly IrregularVerbs _irregular = IrregularVerbs.Load();

    internal EnglishLemmatizer(LemmaTable table, TagSet tags, VectorTable? known = null) =>
        (_table, _tags, _known) = (table, tags, known);

    /// <inheritdoc/>
    public string Name => "lemmatizer";

    /// <inheritdoc/>
    public Layers Requires => Layers.Reading | Layers.Tokens | Layers.Morphology;

    /// <inheritdoc/>
    public Layers Provides => Layers.Lemmas;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var lemmas = ImmutableArray.CreateBuilder<string>(document.Tokens.Length);
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (i % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var morphology = document.Morphology[i];
            if (
                morphology.Upos == Upos.Verb
                && morphology.Xpos is "VBD" or "VBN" or "VBP"
                && _irregular.Lemma(document.Form(i)) is { } past
            )
            {
                lemmas.Add(past);
                continue;
            }

            lemmas.Add(_table.Lemma(document.Form(i), _tags.Nearest(morphology.Upos, morphology.Xpos), _known));
        }

        document.SetLemmas(lemmas.MoveToImmutable());
    }
}
