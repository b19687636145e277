using BriefingGen.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BriefingGen.Extraction.Topics;

/// <summary>
/// A YAML text event by event: deep nesting costs no stack, aliases are refused (a few lines of them can stand for
/// billions of nodes), and every error knows its line and column.
/// </summary>
internal sealed class YamlEvents
{
    private readonly IParser _parser;
    private readonly string _name;

    public YamlEvents(IParser parser, string name)
    {
        (_parser, _name) = (parser, name);
        Next();
        Take<StreamStart>("a YAML document");
    }

    /// <summary>Where the event that comes next stands.</summary>
    public YamlPlace Place => _parser.Current is { } next ? new YamlPlace(next.Start.Line, next.Start.Column) : default;

    /// <summary>Goes into the document; false where the text holds none.</summary>
    public bool BeginDocument() => TryTake<DocumentStart>();

    /// <summary>Refuses whatever stands behind the document.</summary>
    public void EndDocument()
    {
        Take<DocumentEnd>("the document's end");
        Take<StreamEnd>("one document only");
    }

    /// <summary>Reads a mapping, handing each key to <paramref name="entry"/> when its value comes next.</summary>
    public void Mapping(string what, Action<string, YamlPlace> entry)
    {
        Take<MappingStart>(what);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!TryTake<MappingEnd>())
        {
            var place = Place;
            var key = Text("a key");
            if (!seen.Add(key))
            {
                throw Error(place, $"the key '{key}' stands twice.");
            }

            entry(key, place);
        }
    }

    /// <summary>Reads a list, calling <paramref name="item"/> when an item comes next.</summary>
    public void List(string what, Action item)
    {
        Take<SequenceStart>(what);
        while (!TryTake<SequenceEnd>())
        {
            item();
        }
    }

    /// <summary>Reads a scalar.</summary>
    public string Text(string what) => Take<Scalar>(what).Value;

    /// <summary>An error that names file, line and column.</summary>
    public ConfigurationException Error(YamlPlace place, string message) =>
        new(Wording.Message($"{_name}:{place.Line}:{place.Column}: {message}"));

    private T Take<T>(string what)
        where T : ParsingEvent
    {
        if (_parser.Current is not T taken)
        {
            throw Error(
                Place,
                _parser.Current is AnchorAlias ? "aliases are not allowed here." : $"{what} is expected here."
            );
        }

        Next();
        return taken;
    }

    private bool TryTake<T>()
        where T : ParsingEvent
    {
        if (_parser.Current is not T)
        {
            return false;
        }

        Next();
        return true;
    }

    private void Next() => _ = _parser.MoveNext();
}

/// <summary>A place in a YAML text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct YamlPlace(long Line, long Column)
{
    /// <summary>The first character.</summary>
    public static YamlPlace Start { get; } = new(1, 1);
}
