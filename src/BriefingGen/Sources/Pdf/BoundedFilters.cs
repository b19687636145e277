using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace BriefingGen.Sources.Pdf;

/// <summary>
/// Decodes the streams of one document as long as they hold no more than a budget together. The library decodes a stream
/// whole, however large it becomes: a file of a megabyte can hold one of a gigabyte. Not thread-safe.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    // Of run lengths two bytes give 128; of LZW codes of 12 bits, each can stand for some thousand bytes.
    private const int RunLengthRatio = 64;
    private const int MaxLzwBytes = 256 * 1024;

    private readonly long _most;
    private long _left;

    /// <summary>Filters with a budget in bytes.</summary>
    public BoundedFilters(long mostBytes) => (_most, _left) = (mostBytes, mostBytes);

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) =>
        Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        [
            .. filters.Select(filter =>
                filter is FlateFilter or LzwFilter or RunLengthFilter ? new Filter(filter, this) : filter
            ),
        ];

    private void Require(bool isWithin)
    {
        if (!isWithin)
        {
            throw new InvalidDataException($"its streams unpack to more than {_most >> 20} MB");
        }
    }

    private sealed class Filter(IFilter inner, BoundedFilters budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(
            Memory<byte> input,
            DictionaryToken streamDictionary,
            IFilterProvider filterProvider,
            int filterIndex
        )
        {
            budget.Require(
                inner switch
                {
                    FlateFilter => Inflated(input, budget._left) <= budget._left,
                    RunLengthFilter => input.Length * (long)RunLengthRatio <= budget._left,
                    _ => input.Length <= Math.Min(MaxLzwBytes, budget._left),
                }
            );
            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget._left -= output.Length;
            return output;
        }

        // How much comes out, counted no further than past the limit; the two bytes in front are zlib's.
        private static long Inflated(Memory<byte> input, long limit)
        {
            var buffer = new byte[1 << 16];
            long count = 0;
            try
            {
                using var packed = new MemoryStream(input[Math.Min(2, input.Length)..].ToArray());
                using var plain = new DeflateStream(packed, CompressionMode.Decompress);
                for (int read; count <= limit && (read = plain.Read(buffer)) > 0; )
                {
                    count += read;
                }
            }
            catch (InvalidDataException)
            {
                // The library keeps what came out before the damage, too.
                return count;
            }

            return count;
        }
    }
}
