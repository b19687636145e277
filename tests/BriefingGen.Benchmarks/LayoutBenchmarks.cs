using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BriefingGen.Layout.Fluent;
using BriefingGen.Layout.Helpers;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Benchmarks;

/// <summary>Reports of the form that other layout engines are measured with: text, four-column tables, header, footer.</summary>
[MemoryDiagnoser]
public class LayoutBenchmarks
{
    private const string Sentence =
        "The delegations of Varenia and Tolmark met in Osterby for the second time; officials said that the talks had "
        + "been long and difficult, that no text was agreed, and that a further round may follow in June. ";

    /// <summary>A report of six pages.</summary>
    [Benchmark]
    public byte[] SixPages() => Report(sections: 6).GeneratePdf();

    /// <summary>A table of 2,000 rows.</summary>
    [Benchmark]
    public byte[] TwoThousandRows() => Rows(2000).GeneratePdf();

    /// <summary>A report of about 579 pages.</summary>
    [Benchmark]
    public byte[] LongReport() => Report(sections: 579).GeneratePdf();

    /// <summary>Times of each report on standard output; processor time holds also on a busy machine.</summary>
    internal static void Quick()
    {
        var benchmarks = new LayoutBenchmarks();
        Time("6 pages", benchmarks.SixPages, runs: 30);
        Time("2,000 rows", benchmarks.TwoThousandRows, runs: 7);
        Time("579 pages", benchmarks.LongReport, runs: 5);
    }

    private static void Time(string name, Func<byte[]> run, int runs)
    {
        var times = new List<double>();
        byte[] file = [];
        var allocated = GC.GetTotalAllocatedBytes();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            file = run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        allocated = (GC.GetTotalAllocatedBytes() - allocated) / runs;
        process.Refresh();
        processor = (process.TotalProcessorTime - processor) / runs;
        var cold = times[0];
        times.Sort();
        Console.WriteLine(
            FormattableString.Invariant(
                $"{name, -12} first {cold:0.0} ms, median {times[runs / 2]:0.0} ms, least {times[0]:0.0} ms, processor {processor.TotalMilliseconds:0.0} ms, {Pages(file)} pages, {file.Length / 1024} KiB, {allocated / 1048576.0:0.0} MiB allocated, peak {process.PeakWorkingSet64 / 1048576} MiB"
            )
        );
    }

    private static int Pages(ReadOnlySpan<byte> file) => file.Count("/Type /Page\n"u8);

    private static Document Report(int sections) =>
        Document.Create(document =>
            document.Page(page =>
            {
                Frame(page);
                page.Content()
                    .PaddingVertical(10)
                    .Column(column =>
                    {
                        column.Spacing(8);
                        for (var i = 1; i <= sections; i++)
                        {
                            Section(column, i);
                        }
                    });
            })
        );

    private static void Section(ColumnDescriptor column, int number)
    {
        column.Item().KeepWithNext().Text($"Section {number}").FontSize(14).Bold();
        for (var i = 0; i < 5; i++)
        {
            var text = string.Concat(Enumerable.Repeat(Sentence, 2)) + $"Reference {number}.{i}.";
            column.Item().Text(text);
        }

        column.Item().Table(table => Fill(table, 14, number));
    }

    private static Document Rows(int rows) =>
        Document.Create(document =>
            document.Page(page =>
            {
                Frame(page);
                page.Content().PaddingVertical(10).Table(table => Fill(table, rows, 1));
            })
        );

    private static void Frame(PageDescriptor page)
    {
        page.Size(PageSizes.A4);
        page.Margin(2, Unit.Centimetre);
        page.DefaultTextStyle(style => style.FontFamily("Source Sans 3").FontSize(10));
        page.Header().BorderBottom(0.5f).PaddingBottom(4).Text("Daily situation brief").SemiBold();
        page.Footer()
            .AlignCenter()
            .Text(text =>
            {
                text.Span("Page ");
                text.CurrentPageNumber();
                text.Span(" of ");
                text.TotalPages();
            });
    }

    private static void Fill(TableDescriptor table, int rows, int section)
    {
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(60);
            columns.RelativeColumn(3);
            columns.RelativeColumn(2);
            columns.RelativeColumn();
        });
        table.Header(header =>
        {
            foreach (var name in (string[])["No.", "Happening", "Actor", "Date"])
            {
                header.Cell().Background("#EEEEEE").Padding(4).Text(name).SemiBold();
            }
        });
        for (var i = 1; i <= rows; i++)
        {
            table.Cell().Element(Cell).Text($"{section}.{i}");
            table.Cell().Element(Cell).Text($"Round {i} of the talks was put off by {i % 9} days");
            table.Cell().Element(Cell).Text($"Envoy {i % 37} of Varenia");
            table.Cell().Element(Cell).Text($"{(i % 28) + 1} May 2031");
        }
    }

    private static IContainer Cell(IContainer cell) => cell.BorderBottom(0.5f).BorderColor("#C9D1D9").Padding(4);
}
