namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The notes of a manuscript, numbered as their marks are set.</summary>
internal sealed class NoteBook
{
    private readonly List<SideNote> _notes = [];

    /// <summary>All notes so far.</summary>
    public IReadOnlyList<SideNote> Notes => _notes;

    /// <summary>Adds a note and gives its mark.</summary>
    public Inline.NoteMark Add(string about, IReadOnlyList<Inline> text)
    {
        var number = _notes.Count + 1;
        _notes.Add(new SideNote(number, about, text));
        return new Inline.NoteMark(number);
    }
}
