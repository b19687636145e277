namespace BriefingGen.Training.Neural;

/// <summary>The state after an epoch, so that a training that was broken off goes on from there to the same weights.</summary>
internal static class Checkpoint
{
    private const int Version = 1;

    /// <summary>Writes the state aside and renames it.</summary>
    public static void Write(string path, IReadOnlyList<Param> all, int epochs, int time, string settings)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var writer = new BinaryWriter(File.Create(path + ".part")))
        {
            writer.Write(Version);
            writer.Write(settings);
            writer.Write(epochs);
            writer.Write(time);
            foreach (var param in all)
            {
                writer.Write(param.Name);
                Numbers(writer, param.Value.Span);
                Numbers(writer, param.Mean.Span);
                Numbers(writer, param.Square.Span);
            }
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Reads a state, where there is one of the same settings.</summary>
    /// <returns>Epochs that are done and steps of the optimizer; zeros where there is none.</returns>
    public static (int Epochs, int Time) Read(string path, IReadOnlyList<Param> all, string settings)
    {
        if (!File.Exists(path))
        {
            return default;
        }

        using var reader = new BinaryReader(File.OpenRead(path));
        if (reader.ReadInt32() != Version || reader.ReadString() != settings)
        {
            return default;
        }

        var result = (reader.ReadInt32(), reader.ReadInt32());
        foreach (var param in all)
        {
            if (reader.ReadString() != param.Name)
            {
                throw new InvalidDataException($"{path} is no checkpoint of this network.");
            }

            Numbers(reader, param.Value.Span);
            Numbers(reader, param.Mean.Span);
            Numbers(reader, param.Square.Span);
        }

        return result;
    }

    private static void Numbers(BinaryWriter writer, Span<float> values) =>
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));

    private static void Numbers(BinaryReader reader, Span<float> values) =>
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));
}
