namespace Kompass.Mining.Improvements.Feedback;

/// <summary>A file is no edited draft. The message names neither file nor folder: whoever opened the file puts that in front.</summary>
internal sealed class DraftDocumentException(string message, Exception? inner = null)
    : Exception(message, inner);
