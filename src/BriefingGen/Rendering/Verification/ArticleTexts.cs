using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;
using BriefingGen.Sources;

namespace BriefingGen.Rendering.Verification;

/// <summary>Reads the articles of a brief again, with their hashes checked and their stored repairs laid over them.</summary>
internal static class ArticleTexts
{
    // Longest wording that one repair of a place may restore.
    private const int RepairLimit = 24;

    /// <summary>Articles by id; what cannot be read or differs is a failure and not among them.</summary>
    public static async Task<Dictionary<string, RepairedText>> ReadAsync(
        BriefDocument document,
        string root,
        ImmutableArray<VerificationFailure>.Builder failures,
        CancellationToken cancellationToken
    )
    {
        var texts = new Dictionary<string, RepairedText>(StringComparer.Ordinal);
        var options = new ReadOptions(document.Masthead.Edition);
        foreach (var group in document.AllSources.GroupBy(source => source.Path, StringComparer.Ordinal))
        {
            var path = Path.IsPathRooted(group.Key) ? group.Key : Path.Combine(root, group.Key);
            var (read, problem) =
                group.Key == "-" || !File.Exists(path)
                    ? (
                        [],
                        group.Key == "-"
                            ? "came from standard input and cannot be read again"
                            : $"there is no file {path}"
                    )
                    : await ReadFileAsync(path, options, cancellationToken).ConfigureAwait(false);
            foreach (var source in group)
            {
                var article = read.FirstOrDefault(article => article.Record == source.Record);
                if (article is null)
                {
                    failures.Add(
                        new VerificationFailure(source.Article, $"{group.Key}: {problem ?? "holds no such article"}")
                    );
                }
                else if (Check(source, article.Text) is { } wrong)
                {
                    failures.Add(new VerificationFailure(source.Article, $"{group.Key}: {wrong}"));
                }
                else
                {
                    texts[source.Article] = new RepairedText(article.Text, Edits(source));
                }
            }
        }

        return texts;
    }

    /// <summary>The same over texts that a store kept.</summary>
    /// <param name="document">The brief.</param>
    /// <param name="stored">The texts by article.</param>
    /// <param name="failures">Takes what does not hold.</param>
    /// <param name="isPart">Whether of an article only the words are there that its facts quote; null where all are whole.</param>
    public static Dictionary<string, RepairedText> Of(
        BriefDocument document,
        IReadOnlyDictionary<string, SourceText> stored,
        ImmutableArray<VerificationFailure>.Builder failures,
        Func<string, bool>? isPart = null
    )
    {
        var texts = new Dictionary<string, RepairedText>(StringComparer.Ordinal);
        foreach (var source in document.AllSources)
        {
            if (!stored.TryGetValue(source.Article, out var text))
            {
                failures.Add(new VerificationFailure(source.Article, $"{source.Path}: is not in the store"));
            }
            else if (Check(source, text, isPart?.Invoke(source.Article) is true) is { } wrong)
            {
                failures.Add(new VerificationFailure(source.Article, $"{source.Path}: {wrong}"));
            }
            else
            {
                texts[source.Article] = new RepairedText(text, Edits(source));
            }
        }

        return texts;
    }

    private static async Task<(List<Article> Read, string? Problem)> ReadFileAsync(
        string path,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var articles = new List<Article>();
        string? problem = null;
        var reading = new ArticleSource().ReadAsync([path], options, Stream.Null, cancellationToken);
        await foreach (var result in reading.ConfigureAwait(false))
        {
            if (result.Article is { } article)
            {
                articles.Add(article);
            }
            else
            {
                problem ??= result.SetAside?.Message;
            }
        }

        return (articles, problem);
    }

    private static string? Check(DocumentSource source, SourceText text, bool isPart = false)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Value)));
        if (!isPart && !string.Equals(hash, source.Sha256, StringComparison.Ordinal))
        {
            return $"its text has changed: SHA-256 is {hash}, the brief was made from {source.Sha256}";
        }

        var at = 0;
        foreach (var repair in source.Repairs)
        {
            if (repair.Start < at || repair.End < repair.Start || repair.End > text.Length)
            {
                return $"repair at {repair.Start} is out of order or past the text's end";
            }

            if (!IsHarmless(text.Value[repair.Start..repair.End], repair.Replacement, repair.Kind))
            {
                return $"repair at {repair.Start} changes more than marks and accents: \"{repair.Replacement}\"";
            }

            at = repair.End;
        }

        return null;
    }

    // A repair restores marks or accents. Only an accent or broken encoding may change letters, and only a few.
    private static bool IsHarmless(string before, string after, string kind)
    {
        if (before.Length > RepairLimit * 4 || after.Length > RepairLimit)
        {
            return false;
        }

        return kind is "accent" or "mojibake"
            ? !after.Any(char.IsWhiteSpace) || before.Any(char.IsWhiteSpace)
            : string.Equals(Letters(before), Letters(after), StringComparison.Ordinal);
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static ImmutableArray<TextEdit> Edits(DocumentSource source) =>
        [
            .. source.Repairs.Select(repair => new TextEdit(
                new TextSpan(repair.Start, repair.End),
                repair.Replacement,
                Enum.TryParse<EditKind>(repair.Kind, true, out var kind) ? kind : EditKind.Quotation,
                1
            )),
        ];
}
