using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Lays the restored wording over the source: broken encoding always; apostrophes, quotation marks, dashes and accents
/// only in a document that shows their loss, so that clean text is read as it stands.
/// </summary>
internal sealed class Repairer : ILanguageComponent
{
    private readonly ApostropheRestorer _apostrophes;
    private readonly QuotationRestorer _quotations;
    private readonly AccentRestorer _accents = AccentRestorer.Load();

    /// <summary>Makes a repairer of the models that the assembly carries.</summary>
    /// <exception cref="Models.ModelFormatException">One is missing or damaged.</exception>
    public Repairer()
        : this(ApostropheModel.Load(), QuotationModel.Load()) { }

    /// <summary>Makes a repairer of given models.</summary>
    public Repairer(ApostropheModel apostrophes, QuotationModel quotations) =>
        (_apostrophes, _quotations) = (new ApostropheRestorer(apostrophes), new QuotationRestorer(quotations));

    /// <inheritdoc/>
    public string Name => "repairer";

    /// <inheritdoc/>
    public Layers Requires => Layers.None;

    /// <inheritdoc/>
    public Layers Provides => Layers.Reading;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Source.Value;
        var edits = new List<TextEdit>();
        foreach (var region in document.Regions)
        {
            edits.AddRange(MojibakeRestorer.Find(text, region.Span));
        }

        var evidence = LossEvidence.Of(text, document.Regions);
        var lost = edits.Count == 0 && !evidence.IsWhole ? _apostrophes.Find(document, cancellationToken) : [];
        if (evidence.ShowsLoss(lost, text))
        {
            edits.AddRange(lost);
            if (evidence.Quotations == 0)
            {
                edits.AddRange(_quotations.Find(document, Ordered(lost), cancellationToken));
            }

            if (evidence.IsAscii)
            {
                edits.AddRange(DashRestorer.Find(text, document.Regions, evidence.Words));
                foreach (var region in document.Regions)
                {
                    edits.AddRange(_accents.Find(text, region.Span));
                }
            }
        }

        document.SetReading(new RepairedText(document.Source, Ordered(edits)));
    }

    // By position; of two edits at one place the surer one stays. The sort is stable.
    private static ImmutableArray<TextEdit> Ordered(List<TextEdit> edits)
    {
        var ordered = ImmutableArray.CreateBuilder<TextEdit>(edits.Count);
        foreach (var edit in edits.OrderBy(static edit => edit.Span))
        {
            if (ordered.Count == 0 || ordered[^1].Span.End <= edit.Span.Start)
            {
                ordered.Add(edit);
            }
            else if (ordered[^1].Confidence < edit.Confidence)
            {
                ordered[^1] = edit;
            }
        }

        return ordered.DrainToImmutable();
    }
}
