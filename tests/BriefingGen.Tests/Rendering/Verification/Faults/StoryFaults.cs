using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Tests.Rendering.Verification.Faults;

/// <summary>Faults of what a line rests on: an older state, a mention, an opinion, another sentence, the same again.</summary>
internal static class StoryFaults
{
    /// <summary>The story opens with what a newer fact overtook.</summary>
    public static IEnumerable<Func<BriefDocument?>> Superseded(FaultEdit edit)
    {
        var places = Places(edit.Document);
        foreach (var (s, statement) in Items(edit.Document))
        {
            var story = edit.Document.Stories.FirstOrDefault(one => one.Id == statement.Story);
            foreach (var before in story?.Superseded.Select(one => one.Before).Distinct() ?? [])
            {
                if (places.TryGetValue(before, out var place) && edit.Articles.ContainsKey(place.Article))
                {
                    yield return () => Lead(edit, s, before, place);
                }
            }
        }
    }

    /// <summary>What an opinion says stands as a report.</summary>
    public static IEnumerable<Func<BriefDocument?>> Opinion(FaultEdit edit)
    {
        var opinions = edit
            .Document.Facts.Where(fact =>
                fact is JsonElement json && Text(json, "kind") == "article" && Text(json, "genre") == "opinion"
            )
            .Select(fact => Text((JsonElement)fact, "article")!)
            .Concat(
                edit.Document.Facts.OfType<ArticleFact>().Where(a => a.Genre == Genre.Opinion).Select(a => a.Article)
            )
            .ToHashSet(StringComparer.Ordinal);
        var told = Places(edit.Document).Where(one => opinions.Contains(one.Value.Article)).Take(20).ToList();
        foreach (var (s, _) in Items(edit.Document))
        {
            foreach (var (fact, place) in told)
            {
                yield return () => Lead(edit, s, fact, place);
            }
        }
    }

    /// <summary>A line cites a text that does not tell its event, or only in passing.</summary>
    public static IEnumerable<Func<BriefDocument?>> Passing(FaultEdit edit)
    {
        var places = Places(edit.Document);
        var citations = edit.Document.Citations.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        foreach (var (s, statement) in Items(edit.Document))
        {
            for (var i = 0; i < statement.Parts.Length; i++)
            {
                var p = i;
                if (
                    statement.Parts[p] is not { Kind: StatementPartKind.Citation, Value: { } id }
                    || !citations.TryGetValue(id, out var own)
                )
                {
                    continue;
                }

                var item = edit.Document.Events.FirstOrDefault(one => one.Outcomes.Contains(own.Fact));
                var others = (
                    item?.Tellings.Where(one => !one.Counts && one.Article != own.Article).Select(one => one.Fact) ?? []
                ).Concat(
                    edit.Document.Events.Where(one => one.Story == statement.Story && one != item && item is not null)
                        .SelectMany(one => one.Outcomes)
                        .Take(5)
                );
                foreach (var other in others.Where(places.ContainsKey).Take(3))
                {
                    var (article, start, end) = places[other];
                    yield return () =>
                    {
                        var more = edit.Cite(article, other, start, end);
                        return edit.With(
                            s,
                            statement
                                .Parts.Take(p + 1)
                                .Append(FaultEdit.Mark(more.Id))
                                .Concat(statement.Parts.Skip(p + 1)),
                            [more]
                        );
                    };
                }
            }
        }
    }

    /// <summary>A line stands a second time, behind itself or in another item.</summary>
    public static IEnumerable<Func<BriefDocument?>> Twice(FaultEdit edit)
    {
        var items = Items(edit.Document).ToList();
        foreach (var (s, statement) in items)
        {
            if (
                statement.Parts.Any(part =>
                    part.Kind == StatementPartKind.Source && part.Text.Count(c => c == ' ') >= 6
                )
            )
            {
                yield return () =>
                    FaultEdit.Sealed(
                        edit.Document with
                        {
                            Statements = edit.Document.Statements.Insert(
                                s + 1,
                                statement with
                                {
                                    Id = statement.Id + "x",
                                }
                            ),
                        }
                    );
                foreach (var (other, host) in items.Where(one => one.Statement != statement).Take(2))
                {
                    yield return () => edit.With(other, [.. host.Parts, FaultEdit.Words(" "), .. statement.Parts]);
                }
            }
        }
    }

    /// <summary>The words of a line are those of another sentence of its article, printed or not.</summary>
    public static IEnumerable<Func<BriefDocument?>> OtherSentence(FaultEdit edit)
    {
        var places = Places(edit.Document).Values.Distinct().ToLookup(place => place.Article);
        foreach (var (s, p, part) in edit.Parts())
        {
            if (part is not { Kind: StatementPartKind.Source, Article: { } article, Start: { } start, End: { } end })
            {
                continue;
            }

            foreach (
                var line in edit
                    .Document.Statements[s]
                    .Parts.Where(one =>
                        one.Kind == StatementPartKind.Source && Math.Abs((one.Start ?? 0) - start) > 400
                    )
                    .Take(1)
            )
            {
                yield return () => edit.Replace(s, p, line);
            }

            foreach (var place in places[article].Where(one => one.End < start || one.Start > end).Take(1))
            {
                yield return () => edit.Replace(s, p, edit.Source(part, place.Start, place.End));
            }
        }
    }

    private static BriefDocument? Lead(FaultEdit edit, int s, string fact, (string Article, int Start, int End) place)
    {
        var parts = edit.Document.Statements[s].Parts;
        var first = parts.ToList().FindIndex(part => part.Kind == StatementPartKind.Citation);
        var last = first;
        while (last + 1 < parts.Length && parts[last + 1].Kind == StatementPartKind.Citation)
        {
            last++;
        }

        var cited = edit.Cite(place.Article, fact, place.Start, place.End);
        var words = edit.Source(
            new DocumentPart(StatementPartKind.Source, "", place.Article, 0, 0, StatementPart.Shortened),
            place.Start,
            place.End
        );
        return edit.With(
            s,
            [
                new DocumentPart(StatementPartKind.Label, "Reported", null, null, null, null),
                FaultEdit.Words(": "),
                words,
                FaultEdit.Words(" "),
                FaultEdit.Mark(cited.Id),
                .. parts.Skip(last + 1),
            ],
            [cited]
        );
    }

    private static IEnumerable<(int Index, DocumentStatement Statement)> Items(BriefDocument document) =>
        document.Statements.Select((statement, i) => (i, statement)).Where(one => one.statement.Story is not null);

    private static Dictionary<string, (string Article, int Start, int End)> Places(BriefDocument document)
    {
        var places = new Dictionary<string, (string, int, int)>(StringComparer.Ordinal);
        foreach (var fact in document.Facts.Select(one => one is JsonElement json ? json : Element((Fact)one)))
        {
            if (
                Text(fact, "id") is { } id
                && Text(fact, "kind") is "position" or "outcome" or "deed"
                && Text(fact, "article") is { } article
            )
            {
                var sentence = fact.GetProperty("sentence");
                places.TryAdd(
                    id,
                    (article, sentence.GetProperty("start").GetInt32(), sentence.GetProperty("end").GetInt32())
                );
            }
        }

        return places;
    }

    private static JsonElement Element(Fact fact) =>
        JsonSerializer.SerializeToElement(fact, fact.GetType(), FactJson.Options);

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
