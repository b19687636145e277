using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BriefingGen.Rendering.Json;

/// <summary>
/// Writes an object as JSON with a line for each of its properties and for each item of its lists: a tenth of the space of
/// indented text, still a file that tools of lines can search and compare, and never all of it in memory.
/// </summary>
internal sealed class JsonLines(Stream output, JsonSerializerOptions options, CancellationToken cancellationToken)
{
    // Objects nested deeper than this stand on the line of what holds them.
    private const int Depth = 2;
    private const int FlushAt = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);

    /// <summary>Writes an object and a line's end.</summary>
    public void Write<T>(T document)
        where T : notnull
    {
        Value(document, Depth);
        _buffer.Write("\n"u8);
        Flush();
    }

    private void Value(object value, int depth)
    {
        var type = depth > 0 ? options.GetTypeInfo(value.GetType()) : null;
        switch (type?.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                Items((IEnumerable)value);
                break;
            case JsonTypeInfoKind.Object:
                Object(value, type, depth);
                break;
            default:
                Line(value);
                break;
        }
    }

    private void Object(object value, JsonTypeInfo type, int depth)
    {
        var separator = "{\n"u8;
        foreach (var property in type.Properties)
        {
            if (property.Get is null || IsLeftOut(property, property.Get(value)))
            {
                continue;
            }

            _buffer.Write(separator);
            separator = ",\n"u8;
            Line(property.Name);
            _buffer.Write(": "u8);
            if (property.Get(value) is { } content)
            {
                Value(content, depth - 1);
            }
            else
            {
                _buffer.Write("null"u8);
            }
        }

        _buffer.Write("\n}"u8);
    }

    private static bool IsLeftOut(JsonPropertyInfo property, object? value) =>
        value is null
        && property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];

    private void Items(IEnumerable items)
    {
        var separator = "[\n"u8;
        var isEmpty = true;
        foreach (var item in items)
        {
            _buffer.Write(separator);
            separator = ",\n"u8;
            isEmpty = false;
            Line(item);
        }

        _buffer.Write(isEmpty ? "[]"u8 : "\n]"u8);
    }

    private void Line(object? item)
    {
        using (var writer = new Utf8JsonWriter(_buffer, Settings))
        {
            JsonSerializer.Serialize(writer, item, item?.GetType() ?? typeof(object), options);
        }

        if (_buffer.WrittenCount >= FlushAt)
        {
            Flush();
        }
    }

    private void Flush()
    {
        cancellationToken.ThrowIfCancellationRequested();
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private JsonWriterOptions Settings => new() { Encoder = options.Encoder, SkipValidation = true };
}
