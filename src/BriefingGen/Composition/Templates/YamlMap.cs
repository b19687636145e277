using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction.Topics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace BriefingGen.Composition.Templates;

/// <summary>A YAML mapping that is read strictly: every key must be asked for, and errors say line and column.</summary>
internal sealed class YamlMap
{
    private const int DepthLimit = 24;
    private readonly string _file;
    private readonly YamlMappingNode _node;

    private YamlMap(string file, YamlMappingNode node, IReadOnlyCollection<string> keys)
    {
        _file = file;
        _node = node;
        foreach (var (key, _) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? string.Empty;
            if (!keys.Contains(name, StringComparer.Ordinal))
            {
                throw Error(key, $"unknown key \"{name}\"{Nearest.Hint(name, keys)}");
            }
        }
    }

    /// <summary>Line of the mapping's first key, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>Reads a file's text; an empty file is an empty mapping.</summary>
    public static YamlMap Parse(string file, string text, params IReadOnlyCollection<string> keys)
    {
        try
        {
            RequireShallow(file, text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 1)
            {
                throw new TemplateException(file, 0, 0, "holds more than one YAML document; one is expected");
            }

            var root = stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode;
            return root is YamlMappingNode map
                ? new YamlMap(file, map, keys)
                : throw new TemplateException(
                    file,
                    (int)root.Start.Line,
                    (int)root.Start.Column,
                    "a mapping (key: value) is expected"
                );
        }
        catch (YamlException e)
        {
            throw new TemplateException(file, (int)e.Start.Line, (int)e.Start.Column, e.Message, e);
        }
        catch (Exception e) when (YamlFault.Is(e))
        {
            throw new TemplateException(file, 0, 0, YamlFault.Problem, e);
        }
    }

    /// <summary>The text of a key.</summary>
    public string Text(string key, string otherwise) => Find(key) is { } node ? Scalar(node, key) : otherwise;

    /// <summary>The text of a key that must be there and not be empty.</summary>
    public string RequiredText(string key)
    {
        var node = Find(key) ?? throw Error(_node, $"key \"{key}\" is missing");
        var text = Scalar(node, key);
        return text.Length > 0 ? text : throw Error(node, $"key \"{key}\" must not be empty");
    }

    /// <summary>A number in a range, both ends allowed.</summary>
    public double Number(string key, double otherwise, double low, double high)
    {
        if (Find(key) is not { } node)
        {
            return otherwise;
        }

        var text = Scalar(node, key);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= low
            && value <= high
            ? value
            : throw Error(
                node,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"key \"{key}\" must be a number from {low} to {high}, not \"{text}\""
                )
            );
    }

    /// <summary>A whole number in a range, both ends allowed.</summary>
    public int Count(string key, int otherwise, int low, int high) => (int)Number(key, otherwise, low, high);

    /// <summary>One of some words.</summary>
    public string Choice(string key, string otherwise, params IReadOnlyCollection<string> choices)
    {
        if (Find(key) is not { } node)
        {
            return otherwise;
        }

        var text = Scalar(node, key);
        return choices.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Error(node, $"key \"{key}\" cannot be \"{text}\"{Nearest.Hint(text, choices)}");
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        return Find(key) switch
        {
            null => [],
            YamlSequenceNode list => [.. list.Children.Select(item => Scalar(item, key))],
            var node => [Scalar(node, key)],
        };
    }

    /// <summary>A list of mappings.</summary>
    public ImmutableArray<YamlMap> Maps(string key, params IReadOnlyCollection<string> keys)
    {
        return Find(key) switch
        {
            null => [],
            YamlSequenceNode list =>
            [
                .. list.Children.Select(item =>
                    item is YamlMappingNode map
                        ? new YamlMap(_file, map, keys)
                        : throw Error(item, $"each item of \"{key}\" must be a mapping (key: value)")
                ),
            ],
            var node => throw Error(node, $"key \"{key}\" must be a list"),
        };
    }

    /// <summary>A mapping; an empty one where the key is missing.</summary>
    public YamlMap Map(string key, params IReadOnlyCollection<string> keys) =>
        Find(key) switch
        {
            null => new YamlMap(_file, [], keys),
            YamlMappingNode map => new YamlMap(_file, map, keys),
            var node => throw Error(node, $"key \"{key}\" must be a mapping (key: value)"),
        };

    /// <summary>An error at a key's value, or at the mapping where the key is missing.</summary>
    public TemplateException Error(string key, string problem) => Error(Find(key) ?? _node, problem);

    private TemplateException Error(YamlNode node, string problem) =>
        new(_file, (int)node.Start.Line, (int)node.Start.Column, problem);

    private YamlNode? Find(string key) =>
        _node.Children.TryGetValue(new YamlScalarNode(key), out var node)
        && node is not YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain }
            ? node
            : null;

    private string Scalar(YamlNode node, string key) =>
        node is YamlScalarNode { Value: { } value }
            ? value.Trim()
            : throw Error(node, $"key \"{key}\" must be a text or a number");

    // The representation model recurses; the parser below does not.
    private static void RequireShallow(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DepthLimit)
            {
                var mark = parser.Current.Start;
                throw new TemplateException(file, (int)mark.Line, (int)mark.Column, "is nested too deeply");
            }

            if (parser.Current is AnchorAlias alias)
            {
                throw new TemplateException(
                    file,
                    (int)alias.Start.Line,
                    (int)alias.Start.Column,
                    "YAML aliases (*name) are not supported; write the value out"
                );
            }
        }
    }
}
