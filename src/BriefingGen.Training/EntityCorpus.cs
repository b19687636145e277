using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Text;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Training;

/// <summary>A document with the classes of its words.</summary>
/// <param name="Document">With tokens and sentences.</param>
/// <param name="Labels">A class of <see cref="EntityLabels"/> for each word.</param>
internal sealed record EntityDocument(Document Document, byte[] Labels)
{
    /// <summary>Number of a document of WikiGold; null for others.</summary>
    public int? WikiGold { get; init; }

    /// <summary>True for a degraded copy.</summary>
    public bool IsChanged { get; init; }
}

/// <summary>Reads named entities from GUM's entity layer, column files and stand-off files.</summary>
internal static partial class EntityCorpus
{
    /// <summary>Reads GUM: names are entities whose head is a proper noun, cut to the name.</summary>
    /// <param name="path">A CoNLL-U file with the Entity field in MISC.</param>
    /// <param name="change">Changes the form of a word; null drops the word.</param>
    public static IEnumerable<EntityDocument> Gum(string path, Func<string, string?> change)
    {
        using var reader = new StreamReader(path);
        var sentences = new List<(ConlluSentence Sentence, byte[] Labels)>();
        foreach (var sentence in ConlluReader.Read(reader))
        {
            var isNew = sentence.Comments.Any(static c => c.StartsWith("newdoc", StringComparison.Ordinal));
            if (isNew && sentences.Count > 0)
            {
                yield return Make(sentences);
                sentences.Clear();
            }

            var labels = Labels(sentence.Words.Length, GumNames.Of(sentence));
            if (Changed(sentence, labels, change) is { } pair)
            {
                sentences.Add(pair);
            }
        }

        yield return Make(sentences);
    }

    /// <summary>Reads the documents of a treebank without names.</summary>
    public static IEnumerable<Document> Unlabelled(string path)
    {
        using var reader = new StreamReader(path);
        var sentences = new List<ConlluSentence>();
        foreach (var sentence in ConlluReader.Read(reader))
        {
            if (
                sentences.Count > 0
                && sentence.Comments.Any(static c => c.StartsWith("newdoc", StringComparison.Ordinal))
            )
            {
                yield return ConlluDocument.Create(sentences, null);
                sentences.Clear();
            }

            sentences.Add(sentence);
        }

        yield return ConlluDocument.Create(sentences, null);
    }

    /// <summary>Reads files of a word and its class a line (CoNLL 2003's IO form, or IOB2 with a number before the word).</summary>
    public static IEnumerable<EntityDocument> Columns(string path, Func<string, string?> change)
    {
        var sentences = new List<(ConlluSentence, byte[])>();
        var words = new List<(string Form, string Tag)>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                if (words.Count > 0 && Changed(Sentence(words), Labels(words.Count, Runs(words)), change) is { } pair)
                {
                    sentences.Add(pair);
                }

                words.Clear();
                var ends =
                    line.StartsWith("-DOCSTART-", StringComparison.Ordinal)
                    || line.StartsWith("# newdoc", StringComparison.Ordinal);
                if (ends && sentences.Count > 0)
                {
                    yield return Make(sentences);
                    sentences.Clear();
                }

                continue;
            }

            var columns = line.Split('\t', ' ');
            words.Add(columns.Length > 2 ? (columns[1], columns[2]) : (columns[0], columns[^1]));
        }

        if (sentences.Count > 0)
        {
            yield return Make(sentences);
        }
    }

    /// <summary>Reads a folder of re3d; spans are cut to the proper nouns in them, titles aside.</summary>
    public static IEnumerable<EntityDocument> Re3d(string folder, ILanguageComponent tagger, NameGazetteer titles)
    {
        var spans = Json(Path.Combine(folder, "entities.json"))
            .Where(static e => e.GetProperty("type").GetString() is "Person" or "Organisation" or "Location")
            .ToLookup(static e => e.GetProperty("documentId").GetString(), StringComparer.Ordinal);
        foreach (var entry in Json(Path.Combine(folder, "documents.json")))
        {
            var text = new SourceText(entry.GetProperty("text").GetString() ?? "");
            var regions = ParagraphPattern()
                .Matches(text.Value)
                .Select(static m => new TextRegion(new TextSpan(m.Index, m.Index + m.Length), RegionKind.Paragraph));
            var document = new Document(text, [.. regions], null);
            document.SetReading(new RepairedText(text, []));
            new EnglishTokenizer().Annotate(document, CancellationToken.None);
            tagger.Annotate(document, CancellationToken.None);
            var names = spans[entry.GetProperty("_id").GetString()]
                .OrderByDescending(static e => e.GetProperty("end").GetInt32() - e.GetProperty("begin").GetInt32())
                .Select(e => ProperPart(document, e, titles))
                .Where(e => e.First < e.End && IsOneName(document, e));
            yield return new EntityDocument(document, Labels(document.Tokens.Length, names));
        }
    }

    /// <summary>Classes from names; of names that overlap the first counts.</summary>
    public static byte[] Labels(int words, IEnumerable<Entity> names)
    {
        var labels = new byte[words];
        foreach (var name in names)
        {
            if (labels.AsSpan(name.First, name.End - name.First).ContainsAnyExcept((byte)EntityLabels.Outside))
            {
                continue;
            }

            for (var i = name.First; i < name.End; i++)
            {
                var part =
                    name.End - name.First == 1 ? EntityLabels.Unit
                    : i == name.First ? EntityLabels.Begin
                    : i == name.End - 1 ? EntityLabels.Last
                    : EntityLabels.Inside;
                labels[i] = (byte)EntityLabels.Of(name.Type, part);
            }
        }

        return labels;
    }

    private static EntityDocument Make(List<(ConlluSentence Sentence, byte[] Labels)> sentences) =>
        new(
            ConlluDocument.Create(sentences.Select(static s => s.Sentence), null),
            [.. sentences.SelectMany(static s => s.Labels)]
        );

    private static ConlluSentence Sentence(List<(string Form, string Tag)> words) =>
        new([.. words.Select(static w => Word(w.Form))], [], [], 1);

    private static ConlluWord Word(string form) => new(form, "_", "_", "_", "_", -1, "_", "_");

    // Words that are dropped go with their class, and what is left of a name is made one again.
    private static (ConlluSentence, byte[])? Changed(
        ConlluSentence sentence,
        byte[] labels,
        Func<string, string?> change
    )
    {
        var forms = sentence.Words.Select(w => change(w.Form)).ToArray();
        var place = new int[forms.Length + 1];
        for (var i = 0; i < forms.Length; i++)
        {
            place[i + 1] = place[i] + (forms[i] is null ? 0 : 1);
        }

        var names = EnglishEntities
            .Spans(labels)
            .Select(e => e with { First = place[e.First], End = place[e.End] })
            .Where(static e => e.First < e.End);
        var words = forms.OfType<string>().Select(Word).ToImmutableArray();
        return words.IsEmpty
            ? null
            : (new ConlluSentence(words, [], sentence.Comments, 1), Labels(words.Length, names));
    }

    private static IEnumerable<Entity> Runs(List<(string Form, string Tag)> words)
    {
        for (var i = 0; i < words.Count; )
        {
            var end = i + 1;
            if (words[i].Tag is ['B' or 'I', '-', .. var type] && TypeOf(type) is { } found)
            {
                while (end < words.Count && words[end].Tag == "I-" + type)
                {
                    end++;
                }

                // wikigold's MISC holds peoples too, which the word lists find.
                if (found != EntityType.Other || end - i > 1)
                {
                    yield return new Entity(i, end, found);
                }
            }

            i = end;
        }
    }

    private static EntityType? TypeOf(string type) =>
        type switch
        {
            "PER" => EntityType.Person,
            "ORG" => EntityType.Organization,
            "LOC" => EntityType.Location,
            "MISC" => EntityType.Other,
            _ => null,
        };

    private static Entity ProperPart(Document document, JsonElement entity, NameGazetteer titles)
    {
        var (begin, end) = (entity.GetProperty("begin").GetInt32(), entity.GetProperty("end").GetInt32());
        var type = entity.GetProperty("type").GetString() switch
        {
            "Person" => EntityType.Person,
            "Location" => EntityType.Location,
            _ => EntityType.Organization,
        };
        var first = Enumerable
            .Range(0, document.Tokens.Length)
            .FirstOrDefault(i => document.Tokens[i].Span.Start >= begin);
        var last = first;
        while (last < document.Tokens.Length && document.Tokens[last].Span.End <= end)
        {
            last++;
        }

        while (first < last && !IsProper(document, first, type, titles))
        {
            first++;
        }

        while (last > first && !document.Morphology[last - 1].Xpos.StartsWith("NNP", StringComparison.Ordinal))
        {
            last--;
        }

        return new Entity(first, last, type);
    }

    // Persons are given with their roles there: what is left after the title must be a name and nothing else.
    private static bool IsOneName(Document document, Entity name) =>
        name.Type != EntityType.Person
        || Enumerable
            .Range(name.First, name.End - name.First)
            .All(i =>
                document.Form(i) is "-" or "al" or "bin" or "bu"
                || document.Morphology[i].Xpos.StartsWith("NNP", StringComparison.Ordinal)
            );

    private static bool IsProper(Document document, int i, EntityType type, NameGazetteer titles) =>
        document.Morphology[i].Xpos.StartsWith("NNP", StringComparison.Ordinal)
        && (
            type != EntityType.Person
            || (titles.LongestAt(document, i, i + 1).Hints & (NameHints.Title | NameHints.Government | NameHints.Place))
                == NameHints.None
        );

    private static IEnumerable<JsonElement> Json(string path) =>
        File.ReadLines(path)
            .Select(static l => l.Trim('\uFEFF', ' ', '\r'))
            .Where(static l => l.Length > 0)
            .Select(static l => JsonDocument.Parse(l).RootElement);

    [GeneratedRegex(@"[^\s][^\n]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParagraphPattern();
}
