using System.Collections.Immutable;

namespace BriefingGen.Sources.Duplicates;

/// <summary>
/// Finds articles that go back to one text: the same words, or most of them under another headline, with paragraphs cut
/// or moved, or with their marks lost. A follow-up that repeats the background of an earlier story is not a copy of it.
/// Candidates come from MinHash bands and are then compared in full. Without state; safe to share between threads.
/// </summary>
public sealed class DuplicateFinder
{
    private const double SameText = 0.5;
    private const double SameWire = 0.4;
    private const double ContainedText = 0.8;
    private const double ContainedWire = 0.6;

    // What is shorter than this is contained in other texts by chance.
    private const int LeastContained = 40;

    // Few words make few shingles: a short text must agree almost wholly.
    private const int LeastCompared = 12;
    private const double SameShortText = 0.8;
    private const int WireDays = 2;

    /// <summary>Compares articles with each other.</summary>
    /// <param name="articles">The articles in input order.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>One origin an article, in the same order.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ImmutableArray<ArticleOrigin> Find(
        IReadOnlyList<Article> articles,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(articles);
        var texts = new ComparedText[articles.Count];
        var groups = new OriginGroups(articles, i => texts[i].Dateline?.Agency);
        var first = new Dictionary<ulong, int>();
        var candidates = new MinHash();
        for (var i = 0; i < articles.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = texts[i] = ComparedText.Of(articles[i]);
            if (!first.TryAdd(text.Shingles.Fingerprint, i))
            {
                groups.Join(first[text.Shingles.Fingerprint], i, 1);
                continue;
            }

            foreach (var j in candidates.Add(i, text.Shingles.Hashes))
            {
                if (Similarity(texts[j], text) is { } similarity)
                {
                    groups.Join(j, i, similarity);
                }
            }
        }

        return groups.Result(texts);
    }

    private static double? Similarity(ComparedText a, ComparedText b)
    {
        var shared = a.Shingles.Shared(b.Shingles);
        var least = Math.Min(a.Shingles.Hashes.Length, b.Shingles.Hashes.Length);
        var union = a.Shingles.Hashes.Length + b.Shingles.Hashes.Length - shared;
        var jaccard = (double)shared / union;
        if (least < LeastCompared)
        {
            return jaccard >= SameShortText ? jaccard : null;
        }

        var contained = least >= LeastContained ? (double)shared / least : 0;
        var wire = a.IsOneWire(b, WireDays);
        return jaccard >= (wire ? SameWire : SameText) || contained >= (wire ? ContainedWire : ContainedText)
            ? Math.Max(jaccard, contained)
            : null;
    }
}
