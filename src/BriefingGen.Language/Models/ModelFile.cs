using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace BriefingGen.Language.Models;

/// <summary>
/// The container of a trained component: a magic word, a version, the component's name, a SHA-256 of what follows, and
/// named sections, compressed together.
/// </summary>
internal sealed class ModelFile
{
    private const uint Magic = 0x314D4742; // "BGM1"
    private const int Version = 1;
    private const int HeaderBytes = 44;
    private const int MaxBytes = 256 * 1024 * 1024;

    private readonly SortedDictionary<string, byte[]> _sections = new(StringComparer.Ordinal);

    /// <summary>Adds a section.</summary>
    public void Add(string name, byte[] bytes) => _sections.Add(name, bytes);

    /// <summary>The bytes of a section.</summary>
    /// <exception cref="ModelFormatException">There is none of that name.</exception>
    public byte[] Section(string name) =>
        _sections.TryGetValue(name, out var bytes)
            ? bytes
            : throw new ModelFormatException($"it lacks its section '{name}'.");

    /// <summary>The lines of a section of text.</summary>
    /// <exception cref="ModelFormatException">There is none of that name.</exception>
    public string[] Lines(string name) => Encoding.UTF8.GetString(Section(name)).Split('\n');

    /// <summary>Adds a section of text.</summary>
    public void Add(string name, IEnumerable<string> lines) =>
        Add(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>Reads the model of a component that the assembly carries.</summary>
    /// <exception cref="ModelFormatException">It is missing or damaged.</exception>
    public static ModelFile Embedded(string component)
    {
        using var stream =
            typeof(ModelFile).Assembly.GetManifestResourceStream($"BriefingGen.Language.Models.{component}.bin")
            ?? throw new ModelFormatException($"the assembly carries no model '{component}'.");
        return Read(stream, component);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="component">The component that it must be of.</param>
    /// <exception cref="ModelFormatException">It is damaged, or of another component or version.</exception>
    public static ModelFile Read(Stream stream, string component)
    {
        // A resource lies in memory already: the large ones are not copied before they are unpacked.
        if (stream is UnmanagedMemoryStream resource)
        {
            return Read(resource, component);
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        using var packed = new MemoryStream(copy.GetBuffer(), 0, (int)copy.Length);
        return Read(bytes, packed, component);
    }

    private static unsafe ModelFile Read(UnmanagedMemoryStream resource, string component)
    {
        resource.Position = 0;
        return Read(new ReadOnlySpan<byte>(resource.PositionPointer, (int)resource.Length), resource, component);
    }

    private static ModelFile Read(ReadOnlySpan<byte> bytes, Stream packed, string component)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new ModelFormatException($"'{component}' does not begin as a model does.");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (version != Version)
        {
            throw new ModelFormatException($"'{component}' has version {version}; this program reads {Version}.");
        }

        if (!SHA256.HashData(bytes[HeaderBytes..]).AsSpan().SequenceEqual(bytes.Slice(12, 32)))
        {
            throw new ModelFormatException($"'{component}' is damaged: its checksum is wrong.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (length is < 0 or > MaxBytes)
        {
            throw new ModelFormatException($"'{component}' says a length of {length} bytes.");
        }

        packed.Position = HeaderBytes;
        return Unpack(packed, length, component);
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream stream, string component)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(component);
            writer.Write(_sections.Count);
            foreach (var (name, bytes) in _sections)
            {
                writer.Write(name);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            body.WriteTo(deflate);
        }

        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), (int)body.Length);
        SHA256.HashData(packed.GetBuffer().AsSpan(0, (int)packed.Length)).CopyTo(header, 12);
        stream.Write(header);
        packed.WriteTo(stream);
    }

    private static ModelFile Unpack(Stream packed, int length, string component)
    {
        var body = new byte[length];
        using (var inflate = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true))
        {
            if (inflate.ReadAtLeast(body, length, throwOnEndOfStream: false) < length || inflate.ReadByte() >= 0)
            {
                throw new ModelFormatException($"'{component}' is not as long as it says.");
            }
        }

        using var reader = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
        if (reader.ReadString() is var found && found != component)
        {
            throw new ModelFormatException($"'{component}' was asked for, but the file is of '{found}'.");
        }

        var file = new ModelFile();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var name = reader.ReadString();
            file.Add(name, reader.ReadBytes(reader.ReadInt32()));
        }

        return file;
    }
}
