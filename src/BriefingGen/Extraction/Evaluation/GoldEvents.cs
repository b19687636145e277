using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace BriefingGen.Extraction.Evaluation;

/// <summary>A gold event: one sentence, what happened in it, and between whom.</summary>
/// <param name="Id">Name of its text file without the ending.</param>
/// <param name="Type">PLOVER type; <c>YIELD</c> where the data does not tell CONCEDE from RETREAT.</param>
/// <param name="Source">Who acts.</param>
/// <param name="Target">On whom.</param>
/// <param name="Text">The sentence.</param>
public sealed record GoldEvent(
    string Id,
    string Type,
    ImmutableArray<string> Source,
    ImmutableArray<string> Target,
    string Text
);

/// <summary>Reads gold events: <c>gold.jsonl</c> and <c>text/ID.txt</c>.</summary>
public static class GoldEvents
{
    private const string FileName = "gold.jsonl";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>True for a folder of this form.</summary>
    public static bool IsIn(string folder) =>
        File.Exists(Path.Combine(folder, FileName)) && Directory.Exists(Path.Combine(folder, "text"));

    /// <summary>Reads all records; of two with one id the last counts, in the first one's place.</summary>
    /// <exception cref="InvalidDataException">A line is no such record; the message names file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ImmutableArray<GoldEvent> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var events = new List<GoldEvent>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            var record = Record(path, number, line);
            if (places.TryAdd(record.Id, events.Count))
            {
                events.Add(record);
            }
            else
            {
                events[places[record.Id]] = record;
            }
        }

        return [.. events];
    }

    private static GoldEvent Record(string path, int number, string line)
    {
        try
        {
            var record = JsonSerializer.Deserialize<GoldEvent>(line, Options);
            return record is { Id: not null, Type: not null }
                ? record with
                {
                    Source = record.Source.IsDefault ? [] : record.Source,
                    Target = record.Target.IsDefault ? [] : record.Target,
                    Text = record.Text ?? "",
                }
                : throw new InvalidDataException(Message(path, number, "the record has no id or no type."));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(Message(path, number, exception.Message), exception);
        }
    }

    private static string Message(string path, int number, string reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}: line {number}: {reason}");
}
