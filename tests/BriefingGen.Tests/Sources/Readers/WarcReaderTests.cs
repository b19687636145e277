using System.Text;
using BriefingGen.Sources;
using BriefingGen.Sources.Warc;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Tests.Sources.Readers;

public class WarcReaderTests
{
    [Theory]
    [InlineData("a.warc", false)]
    [InlineData("a.warc.gz", true)]
    [InlineData("crawl", false)]
    [InlineData("crawl", true)]
    public async Task Pages_and_texts_are_read_and_other_records_passed_over(string name, bool gzip)
    {
        var results = await Read(name, ReaderFixtures.Warc(gzip));

        Assert.All(results, r => Assert.Null(r.SetAside));
        Assert.Equal(
            [("Ministers meet in Lakeport", 3), ("Packed page", 5), ("Plain talks", 7)],
            results.Select(r => (r.Article!.Title, r.Article!.Record!.Value))
        );
        Assert.Equal("https://reader.example/talks", results[0].Article!.Url!.AbsoluteUri);
        Assert.Equal("reader.example", results[0].Article!.Publisher);
        Assert.Equal("record 3", results[0].Notes[0].Place);
    }

    [Fact]
    public async Task One_gzip_member_for_the_whole_file_is_read_too() =>
        Assert.Equal(3, (await Read("a.warc.gz", ReaderFixtures.Gzip(ReaderFixtures.Warc(false)))).Count);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_last_record_that_is_cut_off_is_named_with_its_offset(bool gzip)
    {
        var whole = ReaderFixtures.Warc(gzip);

        var results = await Read(gzip ? "a.warc.gz" : "a.warc", whole[..^40]);

        Assert.Equal(2, results.Count(r => r.Article is not null));
        Assert.Equal("cut-off", results[^1].SetAside!.Code);
        Assert.Contains("at byte ", results[^1].SetAside!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_between_records_costs_one_record()
    {
        byte[] damaged = [.. "garbage\r\n"u8, .. ReaderFixtures.Warc(false)];

        var results = await Read("a.warc", damaged);

        Assert.Equal("bad-record", results[0].SetAside!.Code);
        Assert.Equal(3, results.Count(r => r.Article is not null));
    }

    [Fact]
    public void An_archive_of_any_length_is_read_in_little_memory()
    {
        // 2 GB of records that are no articles, and one that is: the blocks are passed over, not kept.
        using var stream = new LongArchive(2L << 30);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var results = WarcReader
            .Read("a.warc", stream, new ReadOptions(SourceFolder.Today), CancellationToken.None)
            .ToList();

        Assert.Single(results, r => r.Article is not null);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 200L << 20);
    }

    [Fact]
    public async Task A_bomb_is_set_aside()
    {
        var bomb = ReaderFixtures.Gzip(new byte[200 << 20]);

        Assert.Equal("too-large", (await Read("a.warc.gz", bomb))[^1].SetAside!.Code);
        Assert.Equal("too-large", Assert.Single(await Read("a.txt.gz", bomb)).SetAside!.Code);
        var page = ReaderFixtures.WarcRecord(
            "response",
            "https://a.example/",
            "application/http",
            ReaderFixtures.Http("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb)
        );
        Assert.Equal("too-large", Assert.Single(await Read("a.warc", page)).SetAside!.Code);
    }

    [Fact]
    public async Task A_text_in_gzip_is_read_by_the_name_within()
    {
        var result = Assert.Single(
            await Read("a.txt.gz", ReaderFixtures.Gzip("Talks go on\n20310512\nThe minister said so.\n"u8.ToArray()))
        );

        Assert.Equal(new DateOnly(2031, 5, 12), result.Article!.Published);
    }

    [Fact]
    public async Task A_broken_gzip_file_is_set_aside()
    {
        var packed = ReaderFixtures.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 9_000))));
        packed[^20] ^= 0xFF;
        packed[300] ^= 0xFF;

        Assert.Equal("bad-archive", Assert.Single(await Read("a.json.gz", packed)).SetAside!.Code);
    }

    private static async Task<List<ReadResult>> Read(string name, byte[] bytes)
    {
        using var folder = new SourceFolder();
        return await SourceFolder.Read(folder.Write(name, bytes));
    }

    // A warcinfo record of zeros, then the fixture.
    private sealed class LongArchive(long length) : Stream
    {
        private readonly byte[] _head = Encoding.ASCII.GetBytes(
            $"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: {length}\r\n\r\n"
        );

        private readonly byte[] _tail =
        [
            .. "\r\n\r\n"u8,
            .. ReaderFixtures.WarcRecord(
                "conversion",
                "https://a.example/",
                "text/plain",
                Encoding.UTF8.GetBytes("Talks\n" + ReaderFixtures.Lead)
            ),
        ];

        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read;
            if (_at < _head.Length)
            {
                read = Math.Min(buffer.Length, _head.Length - (int)_at);
                _head.AsSpan((int)_at, read).CopyTo(buffer);
            }
            else if (_at < _head.Length + length)
            {
                read = (int)Math.Min(buffer.Length, _head.Length + length - _at);
            }
            else
            {
                var from = (int)(_at - _head.Length - length);
                read = Math.Min(buffer.Length, _tail.Length - from);
                _tail.AsSpan(from, read).CopyTo(buffer);
            }

            _at += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
