namespace BriefingGen.Rendering.Excel.Reading;

/// <summary>A row of the Review sheet as a reviewer gave it back; texts are trimmed and empty where nothing stands.</summary>
/// <param name="Number">Its number in the sheet, from 1.</param>
/// <param name="Item">Id of the fact.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Decision">What was chosen.</param>
/// <param name="NewValue">What it changes to.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="Edition">The edition that the row is of.</param>
public sealed record ReviewRow(
    int Number,
    string Item,
    string Statement,
    string Decision,
    string NewValue,
    string Reason,
    string Reviewer,
    string Approver,
    string Edition
);
