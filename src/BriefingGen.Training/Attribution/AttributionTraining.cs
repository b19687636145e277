using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Positions;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Training.Attribution;

/// <summary>
/// Trains what weighs positions on PolNeAR's training part: the share of uses of each word that attribute
/// (<c>cues.tsv</c>), then the weights of the candidates' features (<c>attribution.tsv</c>). Copies that lost their
/// quotation marks were tried as further training texts and did not help, on clean or degraded text. The language models are those that this
/// program was built with.
/// </summary>
internal static class AttributionTraining
{
    private const int MinHits = 2;
    private const double MinRate = 0.02;
    private const double MinOverlap = 0.5;

    public static void Run(TrainingOptions options)
    {
        var folder = Path.Combine(options.Models, "..", "..", "BriefingGen", "Extraction", "Positions");
        var articles = Articles(Path.Combine(options.Data, "attributions", "train")).ToList();
        var pipeline = EnglishLanguage.Create();
        var rates = Rates(articles, pipeline);
        Write(
            Path.Combine(folder, "cues.tsv"),
            "Words that attribute in PolNeAR's training part: lemma, share of its uses that are a cue.",
            rates,
            "0.00"
        );

        var lexicon = CueLexicon.Of(rates);
        var model = new LogisticRegression(options.Seed);
        foreach (var article in articles)
        {
            var (context, gold) = article.Read(pipeline);
            AddCandidates(context, gold, lexicon, model);
        }

        Console.WriteLine($"attribution: {model.Count} candidates");
        var weights = model.Train(
            (epoch, loss) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {epoch} {loss:0.0000}"))
        );
        Write(
            Path.Combine(folder, "attribution.tsv"),
            "Weights of the attribution model, trained on PolNeAR's training part; see CandidateModel.cs.",
            weights,
            "0.000"
        );
    }

    private static IEnumerable<GoldArticle> Articles(string folder)
    {
        foreach (
            var text in Directory.EnumerateFiles(Path.Combine(folder, "text"), "*.txt").Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetFileNameWithoutExtension(text);
            var annotations = Directory
                .EnumerateFiles(Path.Combine(folder, "attributions"), name + "_????.ann")
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
            if (annotations is not null)
            {
                yield return new GoldArticle(name, File.ReadAllText(text), annotations);
            }
        }
    }

    private static SortedDictionary<string, double> Rates(List<GoldArticle> articles, LanguagePipeline pipeline)
    {
        var hits = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            var (context, gold) = article.Read(pipeline);
            for (var i = 0; i < context.Count; i++)
            {
                if (context.Upos(i) is Upos.Verb or Upos.Noun or Upos.Adj)
                {
                    var key = CandidateModel.Key(context, i);
                    uses[key] = uses.GetValueOrDefault(key) + 1;
                }
            }

            foreach (var attribution in gold)
            {
                if (Head(context, attribution.Cue) is { } head)
                {
                    var key = CandidateModel.Key(context, head);
                    hits[key] = hits.GetValueOrDefault(key) + 1;
                }
            }
        }

        var rates = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (key, count) in hits)
        {
            var rate = count / (uses.GetValueOrDefault(key) + 1.0);
            if (count >= MinHits && rate >= MinRate && key.All(c => char.IsAsciiLetterLower(c) || c is '-' or ':'))
            {
                rates[key] = Math.Round(rate, 2);
            }
        }

        return rates;
    }

    // The first verb of a cue, else its last noun, else its last adjective.
    private static int? Head(ArticleContext context, HashSet<int> cue)
    {
        var words = cue.Order().ToList();
        return First(words, Upos.Verb)
            ?? First(Enumerable.Reverse(words), Upos.Noun)
            ?? First(Enumerable.Reverse(words), Upos.Adj);

        int? First(IEnumerable<int> tokens, Upos upos) =>
            tokens.Where(i => context.Upos(i) == upos).Select(i => (int?)i).FirstOrDefault();
    }

    private static void AddCandidates(
        ArticleContext context,
        List<GoldAttribution> gold,
        CueLexicon lexicon,
        LogisticRegression model
    )
    {
        var quotations = new QuotationMap(context);
        foreach (var candidate in new CandidateGenerator(context, lexicon, quotations).Generate(default))
        {
            model.Add(
                CandidateModel.Features(context, quotations, lexicon, candidate),
                gold.Exists(g => Matches(context, candidate, g))
            );
        }
    }

    // The measure of the attribution scorer, with the cue itself right.
    private static bool Matches(ArticleContext context, Candidate candidate, GoldAttribution gold)
    {
        var content = candidate
            .Content.SelectMany(c => Enumerable.Range(c.First, c.Length))
            .Where(i => GoldAttribution.IsWord(context, i))
            .ToHashSet();
        var both = content.Count(gold.Content.Contains);
        if (both == 0 || 2.0 * both / (content.Count + gold.Content.Count) < MinOverlap)
        {
            return false;
        }

        var source = candidate.Source is { } s ? Enumerable.Range(s.First, s.Length).ToHashSet() : [];
        return Enumerable.Range(candidate.Cue.First, candidate.Cue.Length).Any(gold.Cue.Contains)
            && (source.Count == 0 || gold.Source.Count == 0 || source.Overlaps(gold.Source));
    }

    private static void Write(string path, string title, SortedDictionary<string, double> values, string format)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("# " + title);
        foreach (var (key, value) in values)
        {
            file.WriteLine($"{key}\t{value.ToString(format, CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>A text with its annotations.</summary>
    private sealed record GoldArticle(string Name, string Text, string Annotations)
    {
        public (ArticleContext Context, List<GoldAttribution> Gold) Read(LanguagePipeline pipeline)
        {
            var source = new SourceText(Text);
            var article = new Article(Name, Name, null, source, Paragraphs(Text), "", null, null, null, "en", "utf-8");
            var context = new ArticleContext(article, pipeline.Analyze(source, article.Regions, null));
            return (context, GoldAttribution.Read(Annotations, Text, context));
        }

        private static ImmutableArray<TextRegion> Paragraphs(string text)
        {
            var regions = ImmutableArray.CreateBuilder<TextRegion>();
            foreach (var line in text.AsSpan().Split('\n'))
            {
                var (start, end) = line.GetOffsetAndLength(text.Length) is var (offset, length)
                    ? (offset, offset + length)
                    : default;
                while (start < end && char.IsWhiteSpace(text[start]))
                {
                    start++;
                }

                while (end > start && char.IsWhiteSpace(text[end - 1]))
                {
                    end--;
                }

                if (end > start)
                {
                    regions.Add(new TextRegion(new TextSpan(start, end), RegionKind.Paragraph));
                }
            }

            return regions.ToImmutable();
        }
    }
}
