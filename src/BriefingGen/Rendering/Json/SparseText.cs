using System.Text.Json;
using BriefingGen.Language.Text;

namespace BriefingGen.Rendering.Json;

/// <summary>
/// The text of an article as far as its facts tell it: what they quote stands at its place, the rest is blank. So what works on
/// articles works on the facts of one whose text is not at hand.
/// </summary>
internal sealed class SparseText
{
    /// <summary>Characters of one article at most; no reader gives longer ones.</summary>
    public const int Longest = 8_000_000;

    private const int Deepest = 12;

    private readonly SortedDictionary<int, string> _slices = [];

    /// <summary>Number of characters that the facts reach over.</summary>
    public int Length { get; private set; }

    /// <summary>Takes in whatever of a fact has a place.</summary>
    /// <exception cref="InvalidDataException">A place is none, or its words are not as long as it is.</exception>
    public void Add(JsonElement fact) => Add(fact, 0);

    /// <summary>Takes in words at their place.</summary>
    /// <exception cref="InvalidDataException">The place is none, or the words are not as long as it is.</exception>
    public void Add(int start, int end, string? text)
    {
        if (start < 0 || end < start || end > Longest || (text is not null && text.Length != end - start))
        {
            throw new InvalidDataException($"characters {start} to {end} of an article are no place of its words");
        }

        Length = Math.Max(Length, end);
        if (text is not null && (!_slices.TryGetValue(start, out var known) || known.Length < text.Length))
        {
            _slices[start] = text;
        }
    }

    /// <summary>True where nothing stands within a span yet, or just these words.</summary>
    public bool IsFree(TextSpan span, string words) =>
        _slices
            .TakeWhile(s => s.Key < span.End)
            .All(s => s.Key + s.Value.Length <= span.Start || (s.Key == span.Start && s.Value == words));

    /// <summary>The text.</summary>
    public SourceText Build() =>
        new(
            string.Create(
                Length,
                _slices,
                static (text, slices) =>
                {
                    text.Fill(' ');
                    foreach (var (start, words) in slices)
                    {
                        words.CopyTo(text[start..]);
                    }
                }
            )
        );

    private void Add(JsonElement element, int depth)
    {
        if (depth > Deepest)
        {
            throw new InvalidDataException("a fact is nested deeper than any of ours");
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Add(item, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Number(element, "start") is { } start && Number(element, "end") is { } end)
            {
                Add(
                    start,
                    end,
                    element.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String
                        ? t.GetString()
                        : null
                );
            }

            foreach (var property in element.EnumerateObject())
            {
                Add(property.Value, depth + 1);
            }
        }
    }

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.TryGetInt32(out var number)
                ? number
                : -1
            : null;
}
